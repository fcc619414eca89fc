"""Two sessions at the top with good mornings: one target up, with its numbers; a tighter limit says no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.coached import Athlete, asked_of
from tests.e2e.conftest import Opens
from trainer.ui.settings.rows import AmountControl

EASY = {"partial-range-nordic": [5, 5], "single-leg-rdl": [8, 8], "eccentric-slider-bridge": [6, 6]}
UP = {"partial-range-nordic": [6, 6], "single-leg-rdl": [9, 9], "eccentric-slider-bridge": [7, 7]}
SLIDER = "eccentric-slider-bridge"
SEEN = (
    "2 Mar 2026 and 4 Mar 2026: all sets as asked, pain 0 at most, the mornings after unchanged. One step up."
)


def trained_twice(opens: Opens, pain: int | None = None) -> Athlete:
    """Monday and Wednesday as asked, with good mornings; `pain` is told of the first set each time."""
    athlete = opens()
    for day in range(2):
        if day:
            athlete.check_in()
        workout = athlete.begin()
        assert asked_of(workout) == EASY
        told: list[int] = []

        def tell(told: list[int] = told) -> None:
            if pain is not None and not told:
                told.append(pain)
                QTest.keyClick(athlete.session, Qt.Key.Key_P)
                QTest.keyClick(athlete.session, Qt.Key.Key_0 + pain)
                QTest.keyClick(athlete.session, Qt.Key.Key_A)

        athlete.finish(after_set=tell)
        athlete.next_morning()
        athlete.check_in()
        athlete.next_morning()
    athlete.check_in()
    return athlete


def test_one_step_up_that_stands_once_it_was_done(opens: Opens) -> None:
    athlete = trained_twice(opens)
    assert athlete.offered == UP
    assert athlete.row(SLIDER).moved == "One step up"
    assert athlete.why(SLIDER) == [
        SEEN,
        "The app's own rule",
        "The step is one rep more in each set that is not at the top of its range.",
        "The app's own rule",
    ]
    assert asked_of(athlete.train()) == UP
    athlete.next_morning()
    athlete.check_in()
    athlete.next_morning()
    athlete.check_in()
    assert athlete.offered == UP, "the new target is the one that is asked for now"
    athlete.restart()
    assert athlete.offered == UP
    assert athlete.why(SLIDER)[0] == "As last time (6 Mar 2026): two such sessions running make a step up."


def test_a_tighter_limit_reads_the_same_log_more_strictly(opens: Opens) -> None:
    athlete = trained_twice(opens, pain=2)
    assert athlete.offered == UP, "pain of 2 may go up by the table"
    tighten(athlete, "pain_progress", 1)
    athlete.look_at_today()
    assert athlete.offered == {**UP, "partial-range-nordic": [5, 5]}
    assert athlete.why("partial-range-nordic")[0] == (
        "Pain 2 (hamstring, middle) on 4 Mar 2026: a step up needs 1 or less, so the target stays."
    )
    tighten(athlete, "pain_stop", 2)
    athlete.look_at_today()
    assert "partial-range-nordic" not in athlete.offered
    assert athlete.why("partial-range-nordic")[0].startswith(
        "Pain 2 (hamstring, middle) on 4 Mar 2026, and you set 2 as your limit: an easier exercise"
    )
    assert athlete.offered["single-leg-rdl"] == UP["single-leg-rdl"], "what did not hurt is not held"


def tighten(athlete: Athlete, key: str, limit: int) -> None:
    """Moves a limit in Settings by keys, and finds that it goes no looser than the table."""
    control = athlete.settings.rows[key].control
    assert isinstance(control, AmountControl)
    most = control.slider.maximum()
    for _ in range(3):
        QTest.keyClick(control.slider, Qt.Key.Key_Right)
    assert control.slider.value() == most
    while control.slider.value() > limit:
        QTest.keyClick(control.slider, Qt.Key.Key_Left)
    assert control.slider.value() == limit
