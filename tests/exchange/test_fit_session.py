"""What the one library wrote, read again by the other."""

from __future__ import annotations

import io
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitReader

from trainer.catalog import load_catalog
from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import SetTarget
from trainer.errors import ExchangeError
from trainer.exchange.fit_exercises import NO_NAME, fit_exercises
from trainer.exchange.fit_session import fit_of_session
from trainer.resources import resource_path

START = datetime(2026, 7, 1, 17, 30, tzinfo=UTC)
SESSION = SessionLog(
    "s", START, "Europe/Berlin", "w", "Hamstrings 🏃", ended_at=START + timedelta(minutes=22, seconds=5)
)


def a_set(minute: float, exercise_id: str = "romanian-deadlift", **values: Any) -> SetLog:
    fixed: dict[str, Any] = {
        "set_id": f"{exercise_id}-{minute}",
        "session_id": "s",
        "set_index": round(minute * 10),
        "exercise_id": exercise_id,
        "exercise": "Romanian deadlift",
        "side": Side.BOTH,
        "target": SetTarget(Kind.REPS, reps=8),
        "rest_s": 60.0,
        "status": SetStatus.DONE,
        "completed_at": START + timedelta(minutes=minute),
    }
    return SetLog(**(fixed | values))


def decoded(session: SessionLog, *sets: SetLog) -> list[FitDataMessage]:
    with FitReader(
        io.BytesIO(fit_of_session(session, sets)),
        check_crc=CrcCheck.RAISE,
        error_handling=ErrorHandling.RAISE,
    ) as reader:
        return [frame for frame in reader if isinstance(frame, FitDataMessage)]


def named(messages: list[FitDataMessage], name: str) -> list[dict[str, Any]]:
    found = [message for message in messages if message.name == name]
    return [{field.name: field.value for field in message.fields} for message in found]


def test_it_is_a_strength_activity_with_all_that_the_protocol_asks_for() -> None:
    messages = decoded(SESSION, a_set(5, reps=8))
    names = [message.name for message in messages]
    assert names[0] == "file_id"
    assert names[-3:] == ["lap", "session", "activity"]
    assert names.count("record") == 2
    assert [one["event_type"] for one in named(messages, "event")] == ["start", "stop_all"]
    (file_id,) = named(messages, "file_id")
    assert (file_id["type"], file_id["time_created"]) == ("activity", START)
    (session,) = named(messages, "session")
    assert (session["sport"], session["sub_sport"]) == ("training", "strength_training")
    assert (session["start_time"], session["timestamp"]) == (START, SESSION.ended_at)
    assert (session["total_elapsed_time"], session["total_timer_time"]) == (1_325, 1_325)
    assert (session["num_laps"], session["first_lap_index"]) == (1, 0)
    (activity,) = named(messages, "activity")
    assert (activity["num_sessions"], activity["total_timer_time"]) == (1, 1_325)
    # It was 19:52 on the wall in Berlin.
    assert activity["local_timestamp"].replace(tzinfo=UTC) == SESSION.ended_at + timedelta(hours=2)  # type: ignore[operator]
    assert named(messages, "sport")[0]["name"] == "Hamstrings 🏃"


def test_a_set_has_its_reps_load_time_and_exercise() -> None:
    messages = decoded(SESSION, a_set(5, reps=8, load_kg=22.5, tempo="3-1-1-0"))
    (done,) = named(messages, "set")
    assert (done["set_type"], done["repetitions"], done["weight"]) == ("active", 8, 22.5)
    assert done["weight_display_unit"] == "kilogram"
    assert done["duration"] == 40
    assert done["timestamp"] - done["start_time"] == timedelta(seconds=40)
    assert (done["category"], done["category_subtype"]) == ("deadlift", 23)
    (title,) = named(messages, "exercise_title")
    assert (title["exercise_category"], title["exercise_name"]) == ("deadlift", 23)
    assert title["wkt_step_name"] == "Romanian deadlift"


def test_the_rest_between_two_sets_is_a_set_of_rest() -> None:
    sets = named(decoded(SESSION, a_set(2, reps=8, tempo="3-1-1-0"), a_set(4, hold_s=30.0)), "set")
    assert [(one["set_type"], one["duration"]) for one in sets] == [
        ("active", 40),
        ("rest", 90),
        ("active", 30),
    ]
    assert [one["message_index"] for one in sets] == [0, 1, 2]


def test_each_side_is_a_set_and_says_so() -> None:
    sides = (Side.LEFT, Side.RIGHT)
    messages = decoded(SESSION, *(a_set(n, side=side, reps=5) for n, side in enumerate(sides, 1)))
    assert [one["wkt_step_name"] for one in named(messages, "exercise_title")] == [
        "Romanian deadlift (left)",
        "Romanian deadlift (right)",
    ]
    active = [one for one in named(messages, "set") if one["set_type"] == "active"]
    assert [one["repetitions"] for one in active] == [5, 5]


def test_an_exercise_that_the_profile_lacks_goes_by_its_own_name() -> None:
    messages = decoded(SESSION, a_set(1, "my-own", exercise="Chair thing " + "x" * 200, reps=5))
    (title,) = named(messages, "exercise_title")
    assert (title["exercise_category"], title["exercise_name"]) == ("unknown", 0)
    assert title["wkt_step_name"].startswith("Chair thing xxx")
    (done,) = named(messages, "set")
    assert (done["category"], done["category_subtype"]) == ("unknown", 0)


def test_what_was_skipped_or_still_runs_is_left_out() -> None:
    others = [a_set(n, status=status) for n, status in ((2, SetStatus.SKIPPED), (3, SetStatus.RUNNING))]
    sets = named(decoded(SESSION, a_set(1, reps=5, status=SetStatus.PARTIAL), *others), "set")
    assert [one["repetitions"] for one in sets] == [5]


def test_a_session_that_came_from_a_file_knows_few_times() -> None:
    bare = replace(SESSION, ended_at=None, time_zone="", workout="")
    messages = decoded(bare, a_set(1, reps=5, completed_at=None), a_set(2, reps=6, completed_at=None))
    assert [one["repetitions"] for one in named(messages, "set")] == [5, 6]
    assert named(messages, "session")[0]["total_elapsed_time"] == 0
    assert named(messages, "sport")[0]["name"] == "Strength"


def test_an_empty_session_is_a_whole_file() -> None:
    messages = decoded(SESSION)
    assert named(messages, "set") == []
    assert len(named(messages, "session")) == 1


def test_many_sets_of_many_exercises_are_all_there() -> None:
    sets = [
        a_set(n / 20, f"own-{n % 40}", exercise=f"Own {n % 40}", reps=n + 1, hold_s=None if n % 2 else 7.0)
        for n in range(400)
    ]
    messages = decoded(SESSION, *sets)
    active = [one["repetitions"] for one in named(messages, "set") if one["set_type"] == "active"]
    assert active == list(range(1, 401))
    assert len(named(messages, "exercise_title")) == 40


@pytest.mark.parametrize("year", [1950, 2130])
def test_a_year_that_fit_cannot_write_is_a_sentence(year: int) -> None:
    session = replace(SESSION, started_at=START.replace(year=year), ended_at=None)
    with pytest.raises(ExchangeError, match="FIT knows no times"):
        fit_of_session(session, [])


def test_every_name_of_the_table_is_one_of_ours_and_one_of_the_profile_s() -> None:
    known = fit_exercises()
    assert set(known) <= set(load_catalog().exercises)
    words = tomllib.loads(resource_path("fit/exercises.toml").read_text(encoding="utf-8"))
    assert [key for key, one in known.items() if (one.name == NO_NAME) != (len(words[key]) == 1)] == []
