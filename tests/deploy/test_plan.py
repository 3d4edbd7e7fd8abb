import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.headers import cache_control, content_type
from deploy.manifest import FileEntry, Manifest
from deploy.plan import Delete, Plan, Put, plan

KEYS = [
    "404.html",
    "assets/portal.5d41402abc4b.css",
    "assets/portal.7d793037a076.css",
    "assets/portal.css",
    "assets/serif.woff2",
    "en/feed.xml",
    "en/index.html",
    "en/invest/feed.xml",
    "en/invest/index.html",
    "en/invest/parks/index.html",
    "en/invest/parks/one/index.html",
    "en/invest/parks/two/index.html",
    "en/invest/ports/index.html",
    "en/search.json",
    "favicon.ico",
    "index.html",
    "media/den-tran.7d793037a076.jpg",
    "robots.txt",
    "sitemap-en.xml",
    "sitemap.xml",
    "vi/dau-tu/index.html",
    "vi/index.html",
]

Links = frozenset[str]
Site = dict[str, tuple[int, Links]]
"""By key: the version of the text, and the keys it links to."""


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """A site in which every link leads somewhere."""
    present = draw(st.lists(st.sampled_from(KEYS), unique=True))
    links = st.frozensets(st.sampled_from(present), max_size=4) if present else st.just(frozenset())
    return {key: (draw(st.integers(0, 1)), _linkable(key, draw(links))) for key in present}


def _linkable(key: str, links: Links) -> Links:
    # Style sheets and images link to no page.
    asset = key.startswith(("assets/", "media/")) or key.endswith(".ico")
    return frozenset(link for link in links if not asset or link == "assets/serif.woff2")


def manifest_of(site: Site) -> Manifest:
    return Manifest(entry(key, f"{version}{sorted(links)}") for key, (version, links) in site.items())


def entry(key: str, text: str) -> FileEntry:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return FileEntry(key, digest, len(data), content_type(key), cache_control(key))


def manifest(texts: Mapping[str, str]) -> Manifest:
    return Manifest(entry(key, text) for key, text in texts.items())


def applied(steps: Plan, old: Manifest) -> Manifest:
    files = dict(old)
    for step in steps.steps:
        if isinstance(step, Put):
            files[step.entry.key] = step.entry
        else:
            del files[step.key]
    return Manifest(files.values())


def order(steps: Plan) -> list[str]:
    return [step.entry.key if isinstance(step, Put) else f"-{step.key}" for step in steps.steps]


def reachable(site: Site, entrances: Iterable[str]) -> set[str]:
    """Return what a reader finds who follows every link; a dead end is in it as well."""
    waiting, seen = list(entrances), set[str]()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting.extend(site[key][1] if key in site else ())
    return seen


@given(sites(), sites())
def test_a_plan_turns_the_old_site_into_the_new_one(old: Site, new: Site) -> None:
    before, after = manifest_of(old), manifest_of(new)

    assert applied(plan(before, after), before) == after


@given(sites(), sites())
def test_only_what_differs_is_put_and_only_what_went_is_removed(old: Site, new: Site) -> None:
    steps = plan(manifest_of(old), manifest_of(new))

    assert {put.key for put in steps.puts} == {key for key in new if old.get(key) != new[key]}
    assert set(steps.deletes) == old.keys() - new.keys()


@given(sites())
def test_publishing_the_same_again_is_an_empty_plan(site: Site) -> None:
    steps = plan(manifest_of(site), manifest_of(site))

    assert steps.is_empty
    assert (steps.steps, steps.puts, steps.deletes) == ((), (), ())


@given(sites(), sites())
def test_a_key_is_put_or_removed_at_most_once(old: Site, new: Site) -> None:
    steps = plan(manifest_of(old), manifest_of(new))
    touched = [put.key for put in steps.puts] + list(steps.deletes)

    assert len(touched) == len(set(touched)) == len(steps.steps)


@given(sites(), sites())
def test_removals_come_after_everything_else(old: Site, new: Site) -> None:
    kinds = [type(step) for step in plan(manifest_of(old), manifest_of(new)).steps]

    assert kinds == sorted(kinds, key=lambda kind: kind is Delete)


@settings(max_examples=200)
@given(sites(), sites(), st.randoms())
def test_no_reader_ever_meets_a_missing_file(old: Site, new: Site, random: Random) -> None:
    """Whoever starts at an address that exists before and after finds every link alive.

    The steps of one stage are taken in a random order, as several workers would.
    """
    live = dict(old)
    entrances = old.keys() & new.keys()
    for stage in plan(manifest_of(old), manifest_of(new)).stages:
        for step in random.sample(stage, len(stage)):
            if isinstance(step, Put):
                live[step.entry.key] = new[step.entry.key]
            else:
                del live[step.key]
            assert reachable(live, entrances) <= live.keys()
    assert live == new


def test_a_first_release_builds_up_from_what_is_linked_to() -> None:
    assert order(plan(None, manifest(dict.fromkeys(KEYS, "text")))) == [
        "assets/portal.5d41402abc4b.css",
        "assets/portal.7d793037a076.css",
        "assets/portal.css",
        "assets/serif.woff2",
        "favicon.ico",
        "media/den-tran.7d793037a076.jpg",
        "404.html",
        "en/invest/parks/one/index.html",
        "en/invest/parks/two/index.html",
        "en/invest/ports/index.html",
        "vi/dau-tu/index.html",
        "en/invest/parks/index.html",
        "en/invest/index.html",
        "en/index.html",
        "vi/index.html",
        "en/feed.xml",
        "en/invest/feed.xml",
        "en/search.json",
        "sitemap-en.xml",
        "sitemap.xml",
        "index.html",
        "robots.txt",
    ]


def test_new_files_come_before_the_changed_ones_that_link_to_them() -> None:
    old = dict.fromkeys(
        ["en/index.html", "en/invest/index.html", "en/invest/a/index.html", "sitemap.xml"], "old"
    )
    new = dict.fromkeys([*old, "en/invest/b/index.html", "assets/portal.5d41402abc4b.css"], "new")

    assert order(plan(manifest(old), manifest(new))) == [
        "assets/portal.5d41402abc4b.css",
        "en/invest/b/index.html",
        "en/invest/a/index.html",
        "en/invest/index.html",
        "en/index.html",
        "sitemap.xml",
    ]


def test_what_links_is_removed_before_what_it_links_to() -> None:
    everything = manifest(dict.fromkeys(KEYS, "text"))
    built, taken_down = plan(None, everything), plan(everything, Manifest(()))

    assert stage_keys(taken_down) == stage_keys(built)[::-1]


def stage_keys(steps: Plan) -> list[list[str]]:
    return [
        [step.entry.key if isinstance(step, Put) else step.key for step in stage] for stage in steps.stages
    ]


def test_a_changed_header_alone_is_put_again() -> None:
    page = entry("en/index.html", "text")

    steps = plan(Manifest([page]), Manifest([replace(page, cache_control="no-store")]))

    assert [put.cache_control for put in steps.puts] == ["no-store"]


def test_a_file_that_only_comes_from_another_page_is_left_alone() -> None:
    page = entry("en/index.html", "text")

    assert plan(Manifest([page]), Manifest([replace(page, page=8, language="en")])).is_empty
