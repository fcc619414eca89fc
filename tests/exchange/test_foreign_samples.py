"""What a whole export of each program gives."""

from __future__ import annotations

import pytest

from tests.exchange.foreign import heads, lines, runs, sample
from trainer.exchange.contents import Answers, Question, Unit
from trainer.exchange.formats import TABLES

SAMPLES = {
    "strong-comma.csv": (
        [
            "2026-01-31T17:30:05Z +3780 Legs, evening 🦵 (Felt good\nafter the long run)",
            "2026-02-01T06:00:00Z +165360 Core",
            "2026-02-01T18:00:00Z +11 Core",
        ],
        [
            "1/0 Squat (Barbell) 60 kg x 8 warm-up",
            "1/1 Squat (Barbell) 150 kg x 5 @8.5 rest 180 (deep)",
            "1/2 Squat (Barbell) 120 kg x 9 @10 (to failure)",
            "1/3 Plank 90 s",
            "2/0 Dead Bug x 10",
            "3/0 Dead Bug x 12",
        ],
        ["2026-01-31T17:30:05Z 5.2 km 1560.0 s easy"],
        {Question.UNIT, Question.TIMES},
    ),
    "strong-plain.csv": (
        ["2026-01-31T17:30:05Z +3120 Pull"],
        ["1/0 Row, Seated (Cable) 50.5 kg x 10", "1/1 Deadlift (Barbell) 100 kg x 5 @7 (drop set)"],
        [],
        {Question.UNIT, Question.TIMES},
    ),
    "strong-semicolon.csv": (
        ["2019-01-11T11:31:54Z Leg"],
        ["1/0 Deadlift (Barbell) 102.058 kg x 5", "1/1 Deadlift (Barbell) 102.5 kg x 4 @9"],
        ["2019-01-11T11:31:54Z 4.989 km 1500.0 s"],
        {Question.TIMES},
    ),
    "strong-numbered.csv": (
        ["2026-08-10T16:00:00Z +3600 Push day", "2026-08-10T16:00:00Z +600 Push day"],
        [
            "1/0 Bench Press (Barbell) 40 kg x 10 warm-up",
            "1/1 Bench Press (Barbell) 72.5 kg x 8 @8.5 rest 90 (Wide grip)",
            "1/2 Farmers Walk 24 kg (40 m)",
            "2/0 Bench Press (Barbell) 75 kg x 8 @9",
        ],
        ["2026-08-10T16:00:00Z 5.0 km 1620.0 s treadmill"],
        {Question.TIMES},
    ),
    "strong-german.csv": (
        ["2026-03-02T17:00:00Z Abend"],
        ["1/0 Kniebeuge (Langhantel) 80 kg x 8 @8", "1/1 Kniebeuge (Langhantel) 82.5 kg x 6 @9"],
        ["2026-03-02T17:00:00Z 5.0 km 1500.0 s"],
        {Question.TIMES},
    ),
    "hevy.csv": (
        ["2026-04-09T15:18:00Z +2640 Evening (windy)"],
        [
            "1/0 Bulgarian Split Squat 10 kg x 10 warm-up [Superset 0] (slow 🐢)",
            "1/1 Bulgarian Split Squat 20 kg x 8 @8 [Superset 0]",
            "1/2 Single Leg RDL 16 kg x 12 @10 [Superset 0] (to failure)",
            "1/3 Side Plank 45 s (drop set)",
        ],
        ["2026-04-10T05:00:00Z 5.0 km 1780.0 s treadmill"],
        {Question.TIMES},
    ),
    "hevy-pounds.csv": (
        ["2025-10-21T21:04:00Z +3480 Upper A"],
        ["1/0 Bench Press (Barbell) 102.058 kg x 8"],
        ["2025-10-21T21:04:00Z 4.989 km 1500.0 s"],
        {Question.TIMES},
    ),
    "fitnotes-old.csv": (
        ["2026-01-15T11:00:00Z FitNotes", "2026-01-17T11:00:00Z FitNotes"],
        ["1/0 Barbell Back Squat 100 kg x 5", "1/1 Barbell Back Squat 100 kg x 5", "2/0 Plank 90 s"],
        ["2026-01-15T11:00:00Z 5.0 km 1680.0 s"],
        set(),
    ),
    "fitnotes-pounds.csv": (
        ["2026-01-15T11:00:00Z FitNotes"],
        ['1/0 Flat Barbell Bench Press 102.058 kg x 5 (paused, "clean" 😀)'],
        [],
        set(),
    ),
    "fitnotes-new.csv": (
        ["2026-01-15T11:00:00Z FitNotes"],
        [
            "1/0 Curl, Seated 20 kg x 10",
            "1/1 Deadlift 142.882 kg x 3 (heavy)",
            "1/2 Sled Push 80 kg (20 m)",
        ],
        [],
        set(),
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_whole(name: str) -> None:
    sessions, sets, expected_runs, asks = SAMPLES[name]
    contents = sample(name)
    assert contents.refused == ()
    assert heads(contents) == sessions
    assert lines(contents) == sets
    assert runs(contents) == expected_runs
    assert contents.asks == asks
    assert contents.named


@pytest.mark.parametrize("name", SAMPLES)
def test_answers_change_no_id(name: str) -> None:
    """So a second import adds nothing, however the user answers then."""
    first = sample(name)
    second = sample(name, Answers(time_zone="Pacific/Auckland", unit=Unit.LB, utc=True))
    for one, other in ((first.sessions, second.sessions), (first.runs, second.runs)):
        assert [record.id for record in one] == [record.id for record in other]
    assert [done.set_id for done in first.sets] == [done.set_id for done in second.sets]
    assert len({done.set_id for done in first.sets}) == len(first.sets)


def test_each_format_has_a_sample() -> None:
    ours = {"Stride Trainer"}
    assert {table.program for table in TABLES} - ours <= {sample(name).source for name in SAMPLES}
