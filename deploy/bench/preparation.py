"""Making the installation that is measured, and making sure that it is what it should be."""

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command

from content.models import ArticlePage
from deploy.bake.bake import Bake
from deploy.bench.big_site import Generator
from deploy.operations import publish
from media.multilingual import LANGUAGES
from translations.models import Edition
from translations.operations.editions import columns_match_units

_SAMPLE = 5


class NotAsGenerated(Exception):
    """The portal that was generated is not public as a whole; the text says what is missing."""


def prepare(samples: Path, articles: int, say: Callable[[str], None]) -> None:
    """Fill the empty database with a portal of *articles* articles and publish it once.

    The publishing makes every rendition, so that no measurement does.

    Args:
        samples: the folder of the sample articles, whose words are used.

    Raises:
        NotAsGenerated: a page is not public, or a column is not what its edition says.
    """
    call_command("migrate", verbosity=0)
    Generator(samples, say).run(articles)
    _check_columns()
    say("  publishing once, which makes the renditions")
    baked = publish().bake
    if baked.notices:
        raise NotAsGenerated(" ".join(baked.notices[:3]))
    public = _public_editions(baked, ArticlePage)
    if public != articles * len(LANGUAGES):
        raise NotAsGenerated(f"{public} editions of {articles} articles are public.")
    say(f"  {len(baked.manifest)} files published")


def _public_editions(baked: Bake, model: type[ArticlePage]) -> int:
    kept = set(model.objects.values_list("pk", flat=True))
    return sum(record.page in kept for record in baked.files.values())


def _check_columns() -> None:
    for edition in Edition.objects.order_by("-pk")[:_SAMPLE]:
        if not columns_match_units(edition=edition):
            raise NotAsGenerated(f"The columns of {edition} do not match its texts.")
