"""The rules that History says: their numbers are those of the code."""

from __future__ import annotations

from datetime import date

import pytest

from trainer.catalog import load_rules
from trainer.domain.stats import EXPOSURE_FLAGS_D, SESSIONS_NEEDED, SMALLEST_CHANGE, Measure, SidePair
from trainer.ui.saying import said

RULES = load_rules()


@pytest.mark.rule("days-since-lengthening")
def test_a_gap_is_pointed_out_from_the_days_of_the_formula_on() -> None:
    assert f"≥ {EXPOSURE_FLAGS_D[0]} " in RULES["days-since-lengthening"].formula
    text = said("days-since-lengthening", days=16, flag=EXPOSURE_FLAGS_D[0])
    assert text.startswith("The last work in your log that lengthens the hamstrings is 16 days old")
    assert "14 days" in text


@pytest.mark.rule("heel-raise-chance")
def test_a_count_of_heel_raises_differs_by_chance_by_what_the_code_says() -> None:
    reps = SMALLEST_CHANGE["single-leg-heel-raise", Measure.REPS]
    assert f"{reps:g} reps" in RULES["heel-raise-chance"].formula
    assert f"by {reps:g} from" in said("heel-raise-chance", reps=f"{reps:g}")


@pytest.mark.rule("gap-left-right")
def test_the_gap_is_that_of_the_formula_and_means_no_danger() -> None:
    assert "(more − less) ÷ more × 100" in RULES["gap-left-right"].formula
    assert SidePair("s", date(2026, 11, 16), 20, 17).gap_percent == pytest.approx((20 - 17) / 20 * 100)
    assert SESSIONS_NEEDED == 3
    assert "no source cited here ties a size of it to danger" in said("gap-left-right")
