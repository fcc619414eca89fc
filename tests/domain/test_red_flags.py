"""The questions before any routine, and which page the answers and the pain's course lead to."""

from __future__ import annotations

import pytest

from tests.domain.hurts import NOW, PLACE, complaint, hurt
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Page
from trainer.domain.red_flags import answered_yes, course, page_of, questions, told_before, too_much


@pytest.mark.rule("hurts-questions-first")
def test_what_a_place_asks_itself_is_not_asked_twice_and_each_feeling_has_its_own() -> None:
    assert [flag.id for flag in questions(PLACE, Feeling.PAIN)] == ["lump", "numb", "weak", "rising"]
    assert [flag.id for flag in questions(PLACE, Feeling.SORENESS)] == ["lump", "numb", "weak", "dark"]
    assert [flag.id for flag in questions(PLACE, Feeling.TIGHTNESS)] == ["lump", "numb", "weak"]


@pytest.mark.rule("hurts-questions-first")
@pytest.mark.parametrize(
    ("flags", "page"),
    [
        ((), None),
        (("lump",), Page.SOON),
        (("lump", "weak"), Page.TODAY),
        (("rising", "weak", "numb"), Page.EMERGENCY),
        (("dark",), Page.EMERGENCY),
        (("no such flag",), None),
    ],
)
def test_the_most_urgent_page_wins(flags: tuple[str, ...], page: Page | None) -> None:
    yes = answered_yes(PLACE, hurt(flags=flags))
    assert page_of(yes) is page
    assert {flag.id for flag in yes} <= set(flags)


@pytest.mark.rule("hurts-too-much")
@pytest.mark.parametrize(("level", "page"), [(0, False), (5, False), (6, True), (10, True)])
def test_pain_of_six_is_shown_to_a_clinician_soreness_and_tightness_are_not(level: int, page: bool) -> None:
    assert too_much(hurt(level)) is page
    assert not too_much(hurt(level, feeling=Feeling.SORENESS))
    assert not too_much(hurt(level, feeling=Feeling.TIGHTNESS))


@pytest.mark.rule("hurts-rising", "hurts-unchanged")
@pytest.mark.parametrize(
    ("before", "level", "rule"),
    [
        ([complaint(13, 2)], 4, None),
        ([complaint(14, 2)], 4, "hurts-rising"),
        ([complaint(14, 4)], 4, None),
        ([complaint(27, 4)], 4, None),
        ([complaint(28, 4)], 4, "hurts-unchanged"),
        ([complaint(28, 4)], 3, None),
        ([complaint(30, 0)], 0, None),
        ([complaint(20, 3, 10), complaint(10, 2)], 4, "hurts-rising"),
        ([complaint(20, 3, 12), complaint(10, 2)], 4, None),  # it was fine for two days
        ([complaint(20, 3, 0)], 4, None),  # it is fine
        ([complaint(20, 2, side=Side.RIGHT)], 4, None),
        ([complaint(20, 2, area="calf")], 4, None),
        ([complaint(20, 2, feeling=Feeling.SORENESS)], 4, None),
    ],
)
def test_pain_that_rises_for_two_weeks_or_stays_for_four(
    before: list[Complaint], level: int, rule: str | None
) -> None:
    now = hurt(level)
    reason = course(now, told_before(now, before), NOW)
    assert (reason.rule if reason else None) == rule
    if reason:
        assert reason.numbers["level"] == level


def test_the_course_of_soreness_is_asked_not_reckoned() -> None:
    sore = hurt(5, feeling=Feeling.SORENESS)
    assert course(sore, told_before(sore, [complaint(40, 2, feeling=Feeling.SORENESS)]), NOW) is None


@pytest.mark.parametrize("level", [-1, 11])
def test_a_level_beyond_the_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        hurt(level)
    with pytest.raises(ValueError, match="still to come"):
        hurt(2, -1)
