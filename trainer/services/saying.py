"""The coach's rules in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.catalog import load_rules
from trainer.domain.rule import Reason, Rule


class RuleTexts:
    """Says reasons; the rules are read when the first is said."""

    def __init__(self, load: Callable[[], Mapping[str, Rule]] = load_rules) -> None:
        self._load = load
        self._rules: Mapping[str, Rule] | None = None

    def text(self, reason: Reason) -> str:
        """What the user reads of a reason."""
        if self._rules is None:
            self._rules = self._load()
        return self._rules[reason.rule].text.format(**reason.numbers)
