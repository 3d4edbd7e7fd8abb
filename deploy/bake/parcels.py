"""Jobs and what came of them as plain data, for the way to another machine and back. Pure."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from django.apps import apps

from deploy.bake.pages import BakedFile, Incomplete, Job, PageFailed, Result
from deploy.bake.questions import read, written
from deploy.bake.state import WHOLE, Asked, FileRecord
from deploy.bake.workers import Rendered


class GarbledParcel(ValueError):
    """A parcel came back as something else than `packed` makes."""


def jobs_as_data(jobs: list[Job]) -> list[Any]:
    """Return *jobs* as a list for JSON."""
    return [
        [
            job.page,
            job.kind._meta.label_lower,
            job.language,
            job.address,
            astuple(job.before) if job.before else None,
        ]
        for job in jobs
    ]


def jobs_of(data: list[Any]) -> list[Job]:
    """Return the jobs that `jobs_as_data` described; another machine has no file to keep parts of."""
    return [
        Job(page, apps.get_model(kind), language, address, FileRecord(*before) if before else None, _ALL)
        for page, kind, language, address, before in data
    ]


_ALL = frozenset([WHOLE])


def packed(rendered: Rendered, files: Mapping[str, bytes]) -> bytes:
    """Return what was rendered, with the pages themselves (by key, in UTF-8)."""
    data = {
        "results": [_result(one) for one in rendered.results],
        "answers": [
            [written(question), answer.hex(), output]
            for question, (answer, output) in rendered.answers.items()
        ],
        "notices": rendered.notices,
        "files": {key: page.decode() for key, page in files.items()},
    }
    return zlib.compress(json.dumps(data, ensure_ascii=False).encode(), level=1)


def unpacked(parcel: bytes) -> tuple[Rendered, dict[str, bytes]]:
    """Return what `packed` was given.

    Raises:
        GarbledParcel: it is anything else.
    """
    try:
        data = json.loads(zlib.decompress(parcel))
        answers = {read(text): (bytes.fromhex(answer), output) for text, answer, output in data["answers"]}
        results = [_read_result(one) for one in data["results"]]
        files = {key: page.encode() for key, page in data["files"].items()}
        return Rendered(results, answers, notices=[str(one) for one in data["notices"]]), files
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error) as error:
        raise GarbledParcel(f"A parcel of a bake cannot be read: {error}") from error


def _result(result: Result) -> dict[str, Any]:
    match result:
        case PageFailed():
            return {"failed": astuple(result)}
        case Incomplete():
            return {
                "incomplete": _baked(result.baked),
                "data": result.data.decode(),
                "missing": sorted(written(question) for question in result.missing),
                "failed": astuple(result.failed),
            }
        case _:
            return {"baked": _baked(result)}


def _baked(baked: BakedFile) -> list[Any]:
    asked = {part: [written(one) for one in questions] for part, questions in baked.asked.by_part.items()}
    return [astuple(baked.record), asked, baked.escaped, baked.remark]


def _read_result(data: dict[str, Any]) -> Result:
    if "baked" in data:
        return _read_baked(data["baked"])
    failed = PageFailed(*data["failed"])
    if "incomplete" not in data:
        return failed
    missing = frozenset(read(text) for text in data["missing"])
    return Incomplete(_read_baked(data["incomplete"]), data["data"].encode(), missing, failed)


def _read_baked(data: list[Any]) -> BakedFile:
    record, by_part, escaped, remark = data
    asked = Asked({part: tuple(map(read, texts)) for part, texts in by_part.items()})
    return BakedFile(FileRecord(*record), asked, tuple(escaped), remark)
