"""The shipped content: exercises, workouts, references and claims, read from TOML and checked."""

from __future__ import annotations

from trainer.catalog.loading import Catalog, load_catalog, load_rules, load_workout
from trainer.catalog.places import load_pages, load_places

__all__ = ["Catalog", "load_catalog", "load_pages", "load_places", "load_rules", "load_workout"]
