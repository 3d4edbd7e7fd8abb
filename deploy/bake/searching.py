"""The search index follows the baked pages: after them, and only for languages whose pages changed."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from deploy.bake.bake import SITE, STATE
from deploy.bake.state import FileRecord, State
from deploy.search.build import FOLDER, build_search
from media.multilingual import LANGUAGES


def index_pages(root: Path, *, processes: int = 1) -> bool:
    """Bring the index in ``root/site/search`` in step with the pages; return whether a file changed.

    Raises:
        SearchError: a page cannot be read; the index of its language stays as it was.
    """
    with State.open(root / STATE) as state:
        files = state.files
        prints = {language: _print(files, language) for language in LANGUAGES}
        behind = [
            language
            for language, now in prints.items()
            if now != state.recall(f"searched {language}") and (root / SITE / language).is_dir()
        ]
        if not behind:
            return False
        built = build_search(root / SITE, root / SITE, behind, processes=processes)
        state.forget_files(built.removed)
        for key in _to_record(root / SITE, behind, files, set(built.written)):
            data = (root / SITE / key).read_bytes()
            state.keep_file(FileRecord(key, hashlib.sha256(data).hexdigest(), len(data)))
        for language in behind:
            state.remember(f"searched {language}", prints[language])
        state.commit()
        return bool(built.written or built.removed)


def _print(files: Mapping[str, FileRecord], language: str) -> str:
    """Return what tells the pages of a language apart from what they were."""
    pages = (f"{one.key} {one.sha256}" for one in files.values() if one.page and one.language == language)
    return hashlib.sha256("\n".join(sorted(pages)).encode()).hexdigest()


def _to_record(
    site: Path, languages: list[str], known: Mapping[str, FileRecord], written: set[str]
) -> list[str]:
    """Return the files that were written now, or by a run that was broken off."""
    found = (path for code in languages for path in (site / FOLDER / code).rglob("*") if path.is_file())
    keys = (path.relative_to(site).as_posix() for path in found)
    return [key for key in keys if key in written or key not in known]
