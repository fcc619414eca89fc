"""Statements, flags and rules with what they rest on; what rests on the same says so once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from PySide6.QtWidgets import QWidget

from trainer.services.hurting import Hurting
from trainer.ui.widgets.said import Said


class Grounded(Protocol):
    """Anything that is said about a body."""

    @property
    def references(self) -> tuple[str, ...]: ...
    @property
    def own_rule(self) -> bool: ...


def said(hurting: Hurting, told: Sequence[tuple[str, Grounded]], *, size: str = "body") -> list[QWidget]:
    """A widget for each run of texts that rest on the same."""
    return [
        Said([text for text, _ in run], hurting.references(references), own_rule=own_rule, size=size)
        for (references, own_rule), run in _runs(told)
    ]


def said_at_once(hurting: Hurting, told: Sequence[tuple[str, Grounded]]) -> QWidget:
    """All texts, then the mark of the app's own rule and all their sources, once: for a page to act on."""
    keys = dict.fromkeys(key for _, one in told for key in one.references)
    own_rule = any(one.own_rule for _, one in told)
    return Said([text for text, _ in told], hurting.references(tuple(keys)), own_rule=own_rule)


def _runs(
    told: Sequence[tuple[str, Grounded]],
) -> list[tuple[tuple[tuple[str, ...], bool], list[tuple[str, Grounded]]]]:
    return [(ground, list(run)) for ground, run in groupby(told, key=_ground)]


def _ground(told: tuple[str, Grounded]) -> tuple[tuple[str, ...], bool]:
    return told[1].references, told[1].own_rule
