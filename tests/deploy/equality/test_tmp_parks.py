"""Whatever is edited, baking only what changed makes the same bytes as baking everything.

``PORTAL_EDITS`` says how many edits are made (`make test-equality` makes a thousand),
``PORTAL_SEED`` repeats a run.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random, SystemRandom

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from pytest_django.fixtures import Settings

from content.models import ArticlePage, SectionPage
from deploy.bake.bake import bake_site
from deploy.bake.verify import differences
from deploy.bench.big_site import Generator
from media.multilingual import TARGET_LANGUAGES
from tests import factories
from tests.deploy.equality.edits import Edits

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[3] / "demo" / "articles"
EDITS = int(os.environ.get("PORTAL_EDITS", "45"))
SEED = int(os.environ.get("PORTAL_SEED", SystemRandom().randrange(10**6)))
ARTICLES = 8


@pytest.fixture
def edits(settings: Settings, tmp_path: Path) -> Iterator[Edits]:
    templates, statics = tmp_path / "templates", tmp_path / "statics"
    templates.mkdir()
    statics.mkdir()
    settings.MEDIA_ROOT = tmp_path / "uploads"
    (engine,) = settings.TEMPLATES
    loaders = [
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ]
    options = {**engine["OPTIONS"], "loaders": loaders}
    settings.TEMPLATES = [{**engine, "DIRS": [templates], "APP_DIRS": False, "OPTIONS": options}]
    settings.STATICFILES_DIRS = [statics]
    cache.clear()
    yield Edits(templates, statics)
    cache.clear()


def deeper(random: Random) -> None:
    """Put some articles into a section inside a section, which stand in no menu."""
    outer = factories.section(show_in_menus=False)
    inner = SectionPage(title_vi="Mục trong", slug="muc-trong", slug_intl="inner")
    outer.add_child(instance=inner)
    for article in random.sample(list(ArticlePage.objects.order_by("pk")), ARTICLES // 2):
        article.move(inner, "last-child")
    for page in (outer, inner):
        factories.cleared(page)
        for language in TARGET_LANGUAGES:
            factories.translated(page, language)


def test_baking_what_changed_equals_baking_everything(
    edits: Edits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(SEED)  # noqa: S311 - a repeatable sample
    print(f"The edits' seed is {SEED}.")  # noqa: T201 - shown with a failure
    Generator(SAMPLES, say=lambda line: None, articles_per_picture=3).run(ARTICLES)
    deeper(random)
    monkeypatch.setattr("deploy.bake.site_index.SITEMAP_PAGES", 5)
    edits.all = {k: v for k, v in edits.all.items() if "park" in k or "outline" in k or k in ("agency", "topic", "move", "delete", "slug")}
    root = tmp_path / "baked"
    bake_site(root)
    made: Counter[str] = Counter()
    names = random.sample(sorted(edits.all), len(edits.all))
    for number in range(EDITS):
        # Every kind once, then as it comes.
        name = names[number] if number < len(names) else random.choice(names)
        try:
            with transaction.atomic():
                subject = edits.all[name](random)
            made[name] += 1
        except ValidationError as refusal:
            # As an editor is told that an address is taken; nothing has changed.
            subject = f"nothing ({refusal})"
            made[f"{name} refused"] += 1

        bake_site(root)

        found = differences(root)
        assert not found, f"seed {SEED}, edit {number}, {name} of {subject}:\n" + "\n".join(map(str, found))
    print(dict(made))  # noqa: T201 - shown with a failure
