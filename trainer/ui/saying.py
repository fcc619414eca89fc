"""The coach's rules in words, for what has no service of its own to ask."""

from __future__ import annotations

from trainer.domain.rule import Reason
from trainer.services.saying import RuleTexts

_TEXTS = RuleTexts()
"""The shipped rules, read when the first is said; nothing changes them."""


def said(rule: str, **numbers: str | float) -> str:
    """What the user reads of a rule with the numbers it saw."""
    return _TEXTS.text(Reason(rule, numbers))
