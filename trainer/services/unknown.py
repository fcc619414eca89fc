"""A name of an import that no exercise bears here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no exercise bears here, how many sets have it, and the ids of what resembles it.

    The best comes first; `sure` says that it has this very name among its synonyms.
    """

    name: str
    count: int
    suggestions: tuple[str, ...]
    sure: bool
