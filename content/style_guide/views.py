"""The style page in the admin."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from content.enums import Pillar
from content.preview import PreviewSurroundings
from content.style_guide import samples
from content.surroundings import rendering_in
from content.templatetags.home import WayIn
from media.models import PortalImage
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE


def show_style(request: HttpRequest) -> HttpResponse:
    """Show every component in the language ``?mode=``; in Vietnamese for any other."""
    wanted = request.GET.get("mode", "")
    language = wanted if wanted in LANGUAGES else SOURCE_LANGUAGE
    site = PreviewSurroundings(language)
    with translation.override(language), rendering_in(site):
        said = samples.words(language)
        pictures = tuple(PortalImage.objects.order_by("pk").values_list("pk", flat=True)[: len(Pillar)])
        cards = samples.cards(said, pictures)
        context = {
            "site": site,
            "page": None,
            "said": said,
            "days": samples.DAYS,
            "cards": cards,
            "ways": [WayIn(code, cards[number % 2], cards[2:]) for number, code in enumerate(Pillar.values)],
            "parks": [(said[key], hectares, year) for key, hectares, year in samples.PARKS],
            "body": samples.body(said),
        }
        return HttpResponse(render_to_string("content/style.html", context))
