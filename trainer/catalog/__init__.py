"""The shipped content: exercises, workouts, references, claims, rules and plans, read from TOML and checked."""

from __future__ import annotations

from trainer.catalog.loading import Catalog, load_catalog, load_rules, load_workout
from trainer.catalog.plans import load_plans

__all__ = ["Catalog", "load_catalog", "load_plans", "load_rules", "load_workout"]
