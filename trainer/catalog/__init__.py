"""The shipped content: exercises, workouts, references and claims, read from TOML and checked."""

from __future__ import annotations

from trainer.catalog.loading import Catalog, load_catalog, load_rules, load_workout

__all__ = ["Catalog", "load_catalog", "load_rules", "load_workout"]
