"""The numbers of the calendar's rules: what is said is what is done."""

from __future__ import annotations

import pytest

from trainer.catalog import load_rules
from trainer.domain.clashes import CLEAR_H
from trainer.domain.missed import AWAY_D
from trainer.domain.stats.habit import MOVED_DAYS
from trainer.services.plan_workouts import MOVE_S

RULES = load_rules()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("away-step-back", f"÷ {AWAY_D}⌋"),
        ("plan-goes-on", f"within {AWAY_D} days"),
        ("clash-heavy-race", f"less than {CLEAR_H} h"),
        ("clash-heavy-hard-run", f"less than {CLEAR_H} h"),
        ("done-in-time", f"0 to {MOVED_DAYS} days later"),
        ("missed-stays-told", f"at most {MOVED_DAYS} days after"),
        ("missed-alone-moves", f"at most {MOVED_DAYS} days after"),
        ("plan-held-reps", f"{MOVE_S:g}-{MOVE_S:g}-{MOVE_S:g}-hold"),
    ],
)
def test_a_formula_has_the_number_that_the_code_goes_by(key: str, words: str) -> None:
    assert words in RULES[key].formula
