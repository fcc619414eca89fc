"""A claim: one thing that the app says about training or about the body, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, in one or two sentences that name whom it was found in.

    It rests either on `references` or, where `own_rule` is true, on the app's own judgement; never on both.
    `place` names the pages that show it; exercises name their claims themselves.
    """

    key: str
    text: str
    references: tuple[str, ...] = ()
    own_rule: bool = False
    place: tuple[str, ...] = ()
