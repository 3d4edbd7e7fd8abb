"""Keeping the glossary that an engine holds the same as ours."""

from collections.abc import Mapping

from translations.engines.protocol import Engine, GlossaryKeeper, Language
from translations.models import EngineGlossary

PREFIX = "portal-"


def synced_glossary(
    *, engine: Engine, version: str, dictionaries: Mapping[Language, Mapping[str, str]]
) -> tuple[str, str]:
    """Have *engine* hold *dictionaries*, approved terms of the glossary's *version* (a checksum).

    Returns the version and the engine's id for it; two empty texts for an engine that holds
    no glossary, and an empty id where there is no term. The vendor is asked only when it
    does not hold this version yet; call this outside any transaction.

    Raises:
        EngineError: the vendor did not take the glossary; what was noted before stands.
    """
    if not isinstance(engine, GlossaryKeeper):
        return "", ""
    noted = EngineGlossary.objects.filter(engine=engine.name, checksum=version).first()
    if noted is not None:
        return version, noted.remote_id
    remote_id = engine.keep_glossary(f"{PREFIX}{version}", dictionaries)
    EngineGlossary.objects.update_or_create(
        engine=engine.name, defaults={"checksum": version, "remote_id": remote_id}
    )
    return version, remote_id


def forget_glossary(*, engine: str, remote_id: str) -> None:
    """Forget that *engine* holds a glossary, as `GlossaryGone` says, so that it is sent again.

    A glossary that was sent meanwhile under another id stays noted.
    """
    EngineGlossary.objects.filter(engine=engine, remote_id=remote_id).delete()
