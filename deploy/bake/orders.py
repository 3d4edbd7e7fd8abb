"""Background workers, on this machine or on others, that render for a bake.

They share the database and the uploads with it, and nothing else: pages go out and come
back as rows. The bake renders as well, so that it ends even if nobody comes.
"""

import json
import logging
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone
from django_tasks import task

from deploy.bake.circumstances import Circumstances, origin
from deploy.bake.facts import PageFacts
from deploy.bake.makings import code_print
from deploy.bake.output import Output
from deploy.bake.pages import BakedFile, Job
from deploy.bake.parcels import GarbledParcel, jobs_as_data, jobs_of, packed, unpacked
from deploy.bake.site_index import SiteIndex
from deploy.bake.workers import Rendered, Renderer
from deploy.models import BakeOrder, Parcel
from media.multilingual import loading_through
from translations.operations.release import ReleaseGate

logger = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=1)
"""A parcel of a hundred pages takes a second; who has not returned it after this is gone."""

_FORGOTTEN = timedelta(days=1)
_PAUSE_SECONDS = 0.2
_OFFERED = 10


def render_with_help(renderer: Renderer, work: list[list[Job]], helpers: int) -> Iterator[Rendered]:
    """Render *work* together with background workers, at most *helpers* of them."""
    # A part that is kept lies in a file of this machine: such pages are rendered here.
    given: list[list[Job]] = []
    mine: list[list[Job]] = []
    for chunk in work:
        (mine if any(job.keeps for job in chunk) else given).append(chunk)
    order = _placed(renderer.answers.index, given)
    try:
        for _ in range(helpers):
            help_with_bake.enqueue(str(order.pk))
        yield from map(renderer.chunk, mine)
        while True:
            yield from _delivered(order, renderer)
            if parcel := _claimed(order):
                parcel.delete()
                yield renderer.chunk(given[parcel.number])
            elif order.parcels.exists():
                _wait_for_others(order)
            else:
                return
    finally:
        order.delete()


def _placed(index: SiteIndex, work: list[list[Job]]) -> BakeOrder:
    # What a bake that was killed left behind.
    BakeOrder.objects.filter(now__lt=index.now - _FORGOTTEN).delete()
    facts = json.dumps([one.to_json() for one in index.facts.values()], ensure_ascii=False)
    order = BakeOrder.objects.create(
        code=code_print(),
        now=index.now,
        home=index.home_pk,
        facts=zlib.compress(facts.encode(), level=1),
        closed=list(index.closed),
        withdrawn=sorted(index.withdrawn),
    )
    parcels = (Parcel(order=order, number=at, jobs=jobs_as_data(jobs)) for at, jobs in enumerate(work))
    Parcel.objects.bulk_create(parcels, batch_size=50)
    return order


def _delivered(order: BakeOrder, renderer: Renderer) -> Iterator[Rendered]:
    for parcel in order.parcels.filter(result__isnull=False).defer("jobs").order_by("number"):
        try:
            rendered, files = unpacked(bytes(parcel.result or b""))
        except GarbledParcel as error:
            logger.warning("%s These pages are rendered here.", error)
            order.parcels.filter(pk=parcel.pk).update(result=None, claimed_at=None)
            continue
        parcel.delete()
        yield renderer.take(rendered, files)


def _wait_for_others(order: BakeOrder) -> None:
    late = timezone.now() - PATIENCE
    if not order.parcels.filter(result=None, claimed_at__lt=late).update(claimed_at=None):
        time.sleep(_PAUSE_SECONDS)


def _claimed(order: BakeOrder) -> Parcel | None:
    """Return a parcel that nobody else renders."""
    offered = order.parcels.filter(claimed_at=None).order_by("number").values_list("pk", flat=True)
    while found := list(offered[:_OFFERED]):
        for pk in found:
            # The database lets one of those who try at the same time change the row.
            if order.parcels.filter(pk=pk, claimed_at=None).update(claimed_at=timezone.now()):
                return Parcel.objects.get(pk=pk)
    return None


@task()
def help_with_bake(key: str) -> None:
    """Render parcels of a bake until none is left."""
    order = BakeOrder.objects.filter(pk=key).first()
    if order is None:
        # The bake was quicker.
        return
    if order.code != code_print():
        logger.warning("This worker runs other code than the bake that asks for help. Start it again.")
        return
    with TemporaryDirectory() as folder, loading_through(ReleaseGate()):
        output = Output(Path(folder), {})
        answers = Circumstances(output).answers(_index(order))
        while parcel := _claimed(order):
            # Each parcel says all that it knows: they may be taken in another order.
            rendered = Renderer(answers, output, origin()).chunk(jobs_of(parcel.jobs))
            _deliver(parcel, packed(rendered, _pages(rendered, Path(folder))))


def _index(order: BakeOrder) -> SiteIndex:
    facts = [PageFacts.from_json(one) for one in json.loads(zlib.decompress(order.facts))]
    return SiteIndex(
        {one.pk: one for one in facts},
        home=order.home,
        now=order.now,
        closed=order.closed,
        withdrawn=[(page, language) for page, language in order.withdrawn],
    )


def _pages(rendered: Rendered, folder: Path) -> dict[str, bytes]:
    """Return the pages that were written, and make room for others."""
    keys = [one.record.key for one in rendered.results if isinstance(one, BakedFile)]
    pages = {key: (folder / key).read_bytes() for key in keys}
    for key in keys:
        (folder / key).unlink()
    return pages


def _deliver(parcel: Parcel, result: bytes) -> None:
    # The bake may have lost patience and the row with it; then nothing is to be done.
    Parcel.objects.filter(pk=parcel.pk).update(result=result)
