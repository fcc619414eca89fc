"""Reasons in short."""

from __future__ import annotations

from datetime import date

from trainer.domain.pain import PLACES
from trainer.domain.rule import Reason

_LABELS = {place.id: place.label for place in PLACES}


def because(rule: str, **numbers: str | int | float | date) -> Reason:
    """The rule with what it saw; days are kept as ISO text."""
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in numbers.items()}
    return Reason(rule, told)


def place_label(place_id: str) -> str:
    """The place in words, as they stand within a sentence."""
    label = _LABELS.get(place_id, place_id)
    return label if label.startswith("Achilles") else label[:1].lower() + label[1:]
