"""The shipped content: exercises, workouts, references, claims, rules, plans and places, read and checked."""

from __future__ import annotations

from trainer.catalog.loading import Catalog, load_catalog, load_rules, load_workout
from trainer.catalog.places import load_pages, load_places
from trainer.catalog.plans import load_plans

__all__ = [
    "Catalog",
    "load_catalog",
    "load_pages",
    "load_places",
    "load_plans",
    "load_rules",
    "load_workout",
]
