"""What can go wrong between a baked folder and the public site, as whole sentences."""

from collections.abc import Mapping

_NAMED_IN_A_MESSAGE = 20


class DeployError(Exception):
    """Base of every error of this app; its text says what happened and what to do."""


class InvalidEntry(DeployError):
    """A file cannot be described in a manifest."""


class InvalidKey(InvalidEntry):
    """A key is not a plain relative path inside the site."""


class UnknownContentType(InvalidEntry):
    """A file's suffix is not on the list of what the site serves."""


class UnsafeFolder(DeployError):
    """A baked folder holds something other than plain files and folders."""


class CorruptManifest(DeployError):
    """Stored bytes are not a manifest this version can read."""


class TargetError(DeployError):
    """A publishing target is wrongly named, unreachable, or refuses what was asked."""


class PublishError(TargetError):
    """Some files could not be put or removed; every other file of the same call was.

    *failures* maps each failed key to the reason, a whole sentence.
    """

    def __init__(self, failures: Mapping[str, str]) -> None:
        self.failures = dict(failures)
        super().__init__(self._message())

    def _message(self) -> str:
        named = [f"{key}: {reason}" for key, reason in sorted(self.failures.items())]
        rest = len(named) - _NAMED_IN_A_MESSAGE
        ending = [f"and {rest} more."] if rest > 0 else []
        count = "1 file was" if len(named) == 1 else f"{len(named)} files were"
        return "\n".join([f"{count} not published as asked.", *named[:_NAMED_IN_A_MESSAGE], *ending])
