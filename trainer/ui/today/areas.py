"""The areas that a check-in names: muscles by their plain words, then the places of the pain table. No Qt."""

from __future__ import annotations

from trainer.domain.pain import PLACES
from trainer.domain.vocabulary import MUSCLES

PLACE_LABELS = {place.id: place.label for place in PLACES}


def muscle_areas() -> dict[str, str]:
    """Plain word and label of each muscle, in the order of the vocabulary."""
    return {word: capital(word) for word in dict.fromkeys(MUSCLES.values())}


def area_label(area: str) -> str:
    """What the user reads for an area; one that is not known (from a file) reads as it is written."""
    return PLACE_LABELS.get(area) or capital(area)


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]
