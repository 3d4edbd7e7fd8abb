"""The glossary's listing and form."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from translations.models import Term


class TermViewSet(SnippetViewSet):
    """Terms with their translations, to be searched and filtered."""

    model = Term
    icon = "list-ul"
    list_display = ["vi", "en", "ja", "ko", "kind", BooleanColumn("approved", label=_("approved"))]
    list_filter = ["kind", "approved", "locked", "valid_from", "valid_to"]
    search_fields = ["vi", "en", "ja", "ko", "note"]
    search_backend_name = None
    list_per_page = 100
