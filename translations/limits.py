"""How long a target may be."""

from translations.models import Unit


def longest_allowed(unit: Unit) -> int | None:
    """Return how many characters the field of *unit* takes, or None without a limit."""
    model = unit.edition.content_type.model_class()
    if model is None:
        return None
    longest: int | None = getattr(model._meta.get_field(unit.field), "max_length", None)
    return longest
