"""A rule of the coach, and a reason: the rule with the numbers it saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Numbers = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the coach goes by.

    `text` is what the user reads, with `{names}` for the numbers it saw; `formula` says it exactly, for docs.
    It rests on `references`, is the app's `own_rule`, or is an own rule after what the references found.
    """

    key: str
    text: str
    formula: str
    references: tuple[str, ...] = ()
    own_rule: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is proposed: the key of a rule, and what fills its text."""

    rule: str
    numbers: Numbers = field(default_factory=dict)
