"""What a reviewer posts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_TARGET = 100_000
LONGEST_NOTE = 2_000
REASON = "reason-"
"""Before the fingerprint of a warning: the name of the field for the reason to dismiss it."""

_LARGEST_INTEGER = 2**31 - 1
_INCOMPLETE = _("The form arrived incomplete. What you typed is still here: send it once more.")


class DeskForm(forms.Form):
    """A form whose refusal is told in sentences."""

    @property
    def sentences(self) -> list[str]:
        """What is wrong, as whole sentences, each once."""
        return list(dict.fromkeys(str(message) for errors in self.errors.values() for message in errors))


class SegmentForm(DeskForm):
    """One segment as a person saw and worked on it."""

    version = forms.IntegerField(
        min_value=1,
        max_value=_LARGEST_INTEGER,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _INCOMPLETE),
    )
    target = forms.CharField(
        required=False,
        strip=False,
        max_length=LONGEST_TARGET,
        error_messages={
            "max_length": _(
                "The translation has %(show_value)d characters; a segment takes at most %(limit_value)d. "
                "Shorten it, or check what was pasted."
            )
        },
    )
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={
            "max_length": _(
                "The note has %(show_value)d characters; it takes at most %(limit_value)d. Shorten it."
            )
        },
    )

    only_here = forms.BooleanField(required=False)

    def clean_target(self) -> str:
        """Return the text with the line ends that the desk keeps; browsers send two characters for each."""
        target: str = self.cleaned_data["target"]
        return target.replace("\r\n", "\n").replace("\r", "\n")


class WarningForm(DeskForm):
    """A warning that a person dismisses, or lets be shown again."""

    fingerprint = forms.RegexField(
        r"^[0-9a-f]{64}$", error_messages=dict.fromkeys(("required", "invalid"), _INCOMPLETE)
    )
    reason = forms.CharField(required=False)


class SeenUnits(forms.Field):
    """``12:3,15:1``: unit 12 in version 3, unit 15 in version 1."""

    default_error_messages = {"required": _INCOMPLETE, "invalid": _INCOMPLETE}

    def to_python(self, value: Any) -> list[tuple[int, int]]:
        """Return the pairs.

        Raises:
            forms.ValidationError: the value is of another form.
        """
        pairs: list[tuple[int, int]] = []
        try:
            for pair in filter(None, (value or "").split(",")):
                unit_id, version = pair.split(":")
                pairs.append((int(unit_id), int(version)))
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error
        return pairs


class ApproveAllForm(forms.Form):
    """The pending segments that were on the person's screen."""

    seen = SeenUnits()
