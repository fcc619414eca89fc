"""Which places of the body an exercise loads (own rule): there its pain and soreness are looked for."""

from __future__ import annotations

from trainer.domain.exercise import Exercise

PLACES_OF_REGION: dict[str, tuple[str, ...]] = {
    "hamstring": ("hamstring", "sit-bone"),
    "calf": ("calf", "achilles", "heel-bone", "shin"),
    "glute": ("hip-outside", "hip-front"),
    "quad": ("knee-front", "knee-outside"),
    "adductor": ("groin",),
    "foot": ("foot", "heel-under"),
    "trunk": ("low-back",),
}
"""The first of each is where its muscles get sore."""


def places_of(exercise: Exercise) -> frozenset[str]:
    """The places that an exercise loads; one's own without an area of the body has none."""
    return frozenset(PLACES_OF_REGION.get(exercise.region, ()))


def sore_place(exercise: Exercise) -> str:
    """Where the muscles that it works get sore; "" where that is not known."""
    return next(iter(PLACES_OF_REGION.get(exercise.region, ())), "")
