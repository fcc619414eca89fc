"""No slick floor and knees that hurt: the right exercises stand in, in the seed workout and in a plan."""

from __future__ import annotations

from tests.e2e.conftest import Opens

OWN_RULE = "The app's own rule"
HAS = ("mat", "ankle-anchor", "knee-pad", "band", "loop-band", "band-anchor", "weights")
KNEELING = "{0} is done kneeling, and you said that kneeling hurts; this stands in for it."
NO_FLOOR = (
    "{0} needs what is not at hand (slick floor with socks, a towel or sliders); this stands in for it."
)

NOT_OF_IT = (
    "“Nordics in ten weeks” has Nordic hamstring curl here. What stands in for it, and how much of it, "
    "is not from the plan: it is the app's own choice."
)


def test_in_the_seed_workout(opens: Opens) -> None:
    runner = opens()
    runner.set_up(*HAS, kneeling_hurts=True)
    runner.go_to("today")
    runner.choose(runner.today.workout_card.versions, "middle")
    assert runner.offered == {
        "prone-band-leg-curl": [10, 10, 10],
        "single-leg-rdl": [8, 8, 8],
        "hamstring-walk-outs": [6, 6, 6],
    }
    assert runner.row("partial-range-nordic").moved == "Instead of Partial-range Nordic"
    assert runner.why("partial-range-nordic")[:2] == [KNEELING.format("Partial-range Nordic"), OWN_RULE]
    assert runner.why("eccentric-slider-bridge")[:2] == [NO_FLOOR.format("Eccentric slider bridge"), OWN_RULE]
    assert runner.row("single-leg-rdl").moved == ""
    workout = runner.train()
    assert [item.exercise_id for item in workout.items] == list(runner.offered)


def test_in_the_session_of_a_plan_which_then_is_not_said_to_be_as_published(opens: Opens) -> None:
    runner = opens()
    runner.set_up(*HAS, kneeling_hurts=True)
    runner.start_plan("nordic-10-weeks", 1, 3, 5)
    runner.go_to("today")
    assert list(runner.offered) == ["prone-band-leg-curl"]
    assert runner.why("nordic-hamstring-curl") == [
        KNEELING.format("Nordic hamstring curl"),
        OWN_RULE,
        NOT_OF_IT,
        OWN_RULE,
    ]
    assert not any("as it was published" in item.why for item in runner.train().items)

    # The knees are fine again: the plan's own exercise is back, as published.
    runner.set_up(*HAS)
    runner.until(runner.day.replace(day=9))
    runner.check_in()
    assert runner.offered == {"nordic-hamstring-curl": [6, 6]}
    assert any("followed as it was published" in one for one in runner.why("nordic-hamstring-curl"))


def test_settings_that_change_change_the_workout_at_once(opens: Opens) -> None:
    runner = opens()
    assert "eccentric-slider-bridge" in runner.offered
    runner.set_up("mat", "ankle-anchor", "knee-pad")
    runner.go_to("today")
    assert list(runner.offered) == ["partial-range-nordic", "single-leg-rdl", "hamstring-walk-outs"]
