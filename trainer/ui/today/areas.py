"""What a check-in calls its areas. No Qt."""

from __future__ import annotations

from trainer.domain.pain import PLACES

PLACE_LABELS = {place.id: place.label for place in PLACES}


def area_label(area: str) -> str:
    """What the user reads for an area; one that is not known (from a file) reads as it is written."""
    return PLACE_LABELS.get(area) or area[:1].upper() + area[1:]
