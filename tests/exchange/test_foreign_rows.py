"""What real files hold, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.foreign import heads, lines, read, runs, sample, table
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers, Contents, Question, Unit, UnsureProgram

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
NUMBERED = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes"
)
HEVY = (
    "title,start_time,end_time,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,"
    "distance_km,duration_seconds,rpe"
)
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"


def strong(folder: Path, *rows: str, answers: Answers | None = None) -> Contents:
    path = table(folder, "\n".join((STRONG, *rows)))
    return read(path, answers) if answers else read(path)


def row(**cells: str) -> str:
    """A row of Strong's."""
    whole = {
        "date": "2026-01-31 18:30:05",
        "workout": "A",
        "duration": "52m",
        "exercise": "Squat",
        "order": "1",
        "weight": "80",
        "reps": "5",
        "distance": "0",
        "seconds": "0",
        "note": "",
        "workout_note": "",
        "rpe": "",
    } | cells
    return ",".join(whole.values())


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"weight": "149.99999999999997", "reps": "8.0"}, "1/0 Squat 150 kg x 8"),
        ({"weight": "0.0", "reps": "12"}, "1/0 Squat x 12"),
        ({"weight": '"72,5"'}, "1/0 Squat 72.5 kg x 5"),
        ({"weight": "", "reps": "", "seconds": "45.0"}, "1/0 Squat 45 s"),
        ({"reps": "0", "weight": "", "seconds": "0"}, "1/0 Squat x 0"),
        ({"rpe": "7.25"}, "1/0 Squat 80 kg x 5 @7"),
        ({"rpe": "0"}, "1/0 Squat 80 kg x 5"),
        ({"note": '"two\nlines, 😀"'}, "1/0 Squat 80 kg x 5 (two\nlines, 😀)"),
        ({"order": "d"}, "1/0 Squat 80 kg x 5 (drop set)"),
        ({"workout": "Push, pull"}, "1/0 Squat 80 kg x 5"),
        ({"exercise": "Row, Bent, Over"}, "1/0 Row, Bent, Over 80 kg x 5"),
        ({"note": "a,b"}, "1/0 Squat 80 kg x 5 (a,b)"),
        ({"rpe": ","}, "1/0 Squat 80 kg x 5"),
    ],
)
def test_a_set_is_taken_as_it_was_meant(tmp_path: Path, cells: dict[str, str], line: str) -> None:
    contents = strong(tmp_path, row(**cells))
    assert contents.refused == ()
    assert lines(contents) == [line]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"reps": "-3"}, "from 0"),
        ({"reps": "8.5"}, "whole number"),
        ({"weight": "1e309"}, "the weight is a number"),
        ({"weight": "-20"}, "the weight is a number"),
        ({"weight": "nan"}, "the weight is a number"),
        ({"weight": '"1,000"'}, "the weight is a number"),
        ({"weight": "٨٠"}, "the weight is a number"),
        ({"weight": "2001"}, "2,000 kg at most"),
        ({"date": "0000-01-31 18:30:00"}, "no day or hour"),
        ({"date": "0001-01-01 00:00:00+23:59"}, "no day or hour"),
        ({"date": "1815-06-18 11:00:00"}, "not in our time"),
        ({"date": "03/04/2026"}, "a time like"),
        ({"date": ""}, "a time like"),
        ({"duration": "soon"}, "a duration"),
        ({"duration": "9999h"}, "a duration"),
        ({"order": "X"}, "set order"),
        ({"order": "Rest Timer"}, "set order"),
        ({"order": "Note", "weight": "", "reps": ""}, "neither"),
        ({"exercise": " "}, "exercise is missing"),
        ({"exercise": "x" * 501}, "longer than 500"),
        ({"rpe": "11"}, "RPE"),
        ({"workout": "a,b,c,d,e,f,g,h,i,j"}, "21 cells where the header has 12"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_alone(
    tmp_path: Path, cells: dict[str, str], reason: str
) -> None:
    contents = strong(tmp_path, row(**cells), row(exercise="Lunge"))
    assert lines(contents) == ["1/0 Lunge 80 kg x 5"]
    ((line, told),) = [(refused.line, refused.reason) for refused in contents.refused]
    assert line == 2
    assert reason in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [
        ("1h 3m", 3780),
        ("45h 56m", 165_360),
        ("11s", 11),
        ("52m", 3120),
        ("1h", 3600),
        ("1h 2m 3s", 3723),
        ("62 min", 3720),
        ("1 Std. 3 Min.", 3780),
        ("3780", 3780),
        ("1:03:00", 3780),
    ],
)
def test_durations(tmp_path: Path, duration: str, seconds: int) -> None:
    assert heads(strong(tmp_path, row(duration=duration))) == [f"2026-01-31T17:30:05Z +{seconds} A"]


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-04-09 17:18:00", "2026-04-09T15:18:00Z"),
        ("2026-04-09 5:18:00\u202fPM", "2026-04-09T15:18:00Z"),
        ("2026-04-09 12:18 am", "2026-04-08T22:18:00Z"),
        ("2026-04-09T17:18:00Z", "2026-04-09T17:18:00Z"),
        ("2026-04-09T17:18:00.123+0530", "2026-04-09T11:48:00Z"),
        ("2026-04-09", "2026-04-09T10:00:00Z"),
        ('"9 Apr 2026, 17:18"', "2026-04-09T15:18:00Z"),
        ('"Apr 9, 2026, 5:18 PM"', "2026-04-09T15:18:00Z"),
        ('"18 sept. 2026, 17:31"', "2026-09-18T15:31:00Z"),
        ('"25 Juli 2026, 14:21"', "2026-07-25T12:21:00Z"),
        ('"1. März 2026, 08:00"', "2026-03-01T07:00:00Z"),
        ('"12 août 2026, 08:00"', "2026-08-12T06:00:00Z"),
        ('"3 de mayo de 2026, 08:00"', "2026-05-03T06:00:00Z"),
        ('"29 Mar 2026, 02:30"', "2026-03-29T01:30:00Z"),
    ],
)
def test_dates(tmp_path: Path, written: str, at: str) -> None:
    assert heads(strong(tmp_path, row(date=written, duration=""))) == [f"{at} A"]


@pytest.mark.parametrize(
    "written", ["2026-02-30 10:00:00", "2026-01-31 25:00:00", "9 Foo 2026, 17:18", "now"]
)
def test_dates_that_are_none(tmp_path: Path, written: str) -> None:
    assert len(strong(tmp_path, row(date=f'"{written}"')).refused) == 1


def test_times_in_utc_belong_to_the_local_day(tmp_path: Path) -> None:
    berlin = Answers(time_zone="Europe/Berlin")
    utc = Answers(time_zone="Europe/Berlin", utc=True)
    late = row(date="2026-01-31 23:30:00")
    (local,) = strong(tmp_path, late, answers=berlin).sessions
    (meant_utc,) = strong(tmp_path, late, answers=utc).sessions
    (marked,) = strong(tmp_path, row(date="2026-01-31T23:30:00Z"), answers=berlin).sessions
    assert str(local.local_date) == "2026-01-31"
    assert str(meant_utc.local_date) == str(marked.local_date) == "2026-02-01"


def test_a_time_with_its_zone_leaves_no_question(tmp_path: Path) -> None:
    contents = strong(tmp_path, row(date="2026-01-31T23:30:00Z", weight="0"))
    assert contents.asks == frozenset()


def test_pounds_are_kept_to_the_gram_and_go_with_miles(tmp_path: Path) -> None:
    running = row(exercise="Running", weight="0", reps="0", distance="3.1", seconds="1500")
    contents = strong(tmp_path, row(weight="225"), running, answers=Answers(unit=Unit.LB))
    assert lines(contents) == ["1/0 Squat 102.058 kg x 5"]
    assert runs(contents)[0].split(" ", 1)[1] == "4.989 km 1500.0 s"
    assert Question.UNIT in contents.asks


def test_two_sessions_of_one_name_on_one_day_stay_two(tmp_path: Path) -> None:
    contents = strong(tmp_path, row(date="2026-01-31 07:00:00"), row(date="2026-01-31 19:00:00"))
    assert len({session.id for session in contents.sessions}) == 2
    numbered = table(
        tmp_path,
        f"{NUMBERED}\n1;2026-01-31 07:00:00;A;60;Squat;1;80;5;;;;;\n"
        "2;2026-01-31 07:00:00;A;60;Squat;1;80;5;;;;;\n",
    )
    assert len({session.id for session in read(numbered).sessions}) == 2


def test_rest_and_notes_go_to_their_sets(tmp_path: Path) -> None:
    rest = row(order="Rest Timer", weight="0", reps="0", seconds="120")
    pause = row(order="Ruhetimer", weight="", reps="", seconds="90")
    note = row(order="Note", weight="", reps="", seconds="", note="keep the heel down")
    contents = strong(tmp_path, note, row(), rest, row(), pause, rest.replace("Squat", "Lunge"))
    assert contents.refused == ()
    assert lines(contents) == [
        "1/0 Squat 80 kg x 5 rest 120 (keep the heel down)",
        "1/1 Squat 80 kg x 5 rest 90",
    ]


def test_the_parts_of_a_run_are_one_run(tmp_path: Path) -> None:
    interval = row(exercise="Running", weight="0", reps="0", distance="0.4", seconds="90")
    contents = strong(tmp_path, interval, interval, interval.replace("0.4", "0"))
    assert runs(contents) == ["2026-01-31T17:30:05Z 0.8 km 270.0 s"]
    assert contents.sessions == ()


def test_what_is_no_run_keeps_its_distance_in_a_note(tmp_path: Path) -> None:
    rowing = row(exercise="Rowing", weight="0", reps="0", distance="2.5", seconds="600")
    assert lines(strong(tmp_path, rowing)) == ["1/0 Rowing 600 s (2.5 km)"]


def test_a_mark_blank_lines_and_no_last_break_do_no_harm(tmp_path: Path) -> None:
    path = table(tmp_path, f"\ufeff{STRONG}\r\n\r\n{row()}\r\n,,,\r\n{row()}\r\n\r\n\r\n")
    assert len(lines(read(path))) == 2
    assert len(lines(strong(tmp_path, row(), row(exercise="Lunge")))) == 2


def test_a_file_that_grew_keeps_its_ids(tmp_path: Path) -> None:
    first = strong(tmp_path, row(), row())
    earlier = row(date="2025-12-01 08:00:00")
    grown = strong(tmp_path, earlier, row(), row(), row(), row(date="2026-03-01 08:00:00"))
    assert {session.id for session in first.sessions} < {session.id for session in grown.sessions}
    assert {done.set_id for done in first.sets} < {done.set_id for done in grown.sets}


def test_one_name_is_one_exercise_in_every_program(tmp_path: Path) -> None:
    (here,) = strong(tmp_path, row(exercise="Bench  press (Barbell)")).sets
    hevy = table(tmp_path, f'{HEVY}\nA,"9 Apr 2026, 17:18",,Bench Press (Barbell),,,0,normal,60,5,,,\n')
    (there,) = read(hevy).sets
    assert here.exercise_id == there.exercise_id


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("A,soon,,Squat,,,0,normal,60,5,,,", "a time like"),
        ("A,2026-04-09 10:00:00,,Squat,,,0,myoreps,60,5,,,", "set type"),
        ("A,2026-04-09 10:00:00,,Squat,,,x,normal,60,5,,,", "set index"),
        ("A,2026-04-09 10:00:00,,Squat,,,0,normal,60,-5,,,", "reps"),
    ],
)
def test_hevy_rows_that_are_refused(tmp_path: Path, cells: str, reason: str) -> None:
    (refused,) = read(table(tmp_path, f"{HEVY}\n{cells}\n")).refused
    assert reason in refused.reason


def test_fitnotes_with_both_weights_and_with_none_named(tmp_path: Path) -> None:
    both = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind"
    path = table(tmp_path, f"{both}\n2026-01-15,Squat,Legs,100,,5,,,,ok,\n2026-01-15,Curl,Arms,,44,5,,,,,\n")
    assert lines(read(path)) == ["1/0 Squat 100 kg x 5 (ok)", "1/1 Curl 19.958 kg x 5"]
    open_ = table(tmp_path, "Date,Exercise,Category,Weight,Reps\n2026-01-15,Squat,Legs,100,5\n")
    assert read(open_).asks == {Question.UNIT}
    odd = table(tmp_path, f"{FITNOTES}\n2026-01-15,Squat,Legs,100,stone,5,,,,\n")
    assert "'stone'" in read(odd).refused[0].reason


def test_a_day_without_an_hour_is_that_day_everywhere() -> None:
    for zone in ("Pacific/Auckland", "Pacific/Honolulu", "Europe/Berlin"):
        for utc in (False, True):
            contents = sample("fitnotes-new.csv", Answers(time_zone=zone, utc=utc))
            assert [str(session.local_date) for session in contents.sessions] == ["2026-01-15"]


GERMAN = "Datum,Name,Dauer,Übung,Satz,Gewicht (lbs),Wdh.,Strecke,Sekunden,Notiz,Notizen,RPE"


def test_translated_columns_are_known_by_place_and_type(tmp_path: Path) -> None:
    path = table(tmp_path, f"{GERMAN}\n{row()}\n{row()}\n{row()}")
    contents = read(path)
    assert lines(contents)[0] == "1/0 Squat 36.287 kg x 5"
    assert "gewicht (lbs) as weight" in contents.notes[0]


def test_translated_columns_are_asked_about_when_they_say_too_little(tmp_path: Path) -> None:
    path = table(tmp_path, f"{GERMAN}\n{row()}")
    with pytest.raises(UnsureProgram, match=r"may be an export of Strong .*\.$") as asked:
        read(path)
    told = Answers(time_zone="Europe/Berlin", program=asked.value.program)
    assert lines(read(path, told)) == ["1/0 Squat 36.287 kg x 5"]


def test_columns_of_another_type_are_not_strongs(tmp_path: Path) -> None:
    path = table(tmp_path, f"{GERMAN}\n{row(weight='heavy')}\n{row()}")
    with pytest.raises(ExchangeError, match="none of the headers"):
        read(path)


def test_notes_that_grow_with_every_row_stop_at_what_a_note_can_be(tmp_path: Path) -> None:
    note = row(order="Note", weight="", reps="", seconds="", note="x" * 9_000)
    running = row(exercise="Running", weight="0", reps="0", seconds="1", note="y" * 9_000)
    contents = strong(tmp_path, row(), *[note] * 20, *[running] * 20)
    assert len(contents.refused) == 2 * (20 - 11)
    assert len(contents.sets[0].note) < 100_000
    assert len(contents.runs[0].note) < 100_000


def test_runs_that_grow_with_every_row_stop_at_what_a_run_can_be(tmp_path: Path) -> None:
    contents = strong(tmp_path, *[row(exercise="Run", weight="0", reps="0", distance="6000")] * 2)
    assert runs(contents)[0].split(" ", 1)[1].startswith("6000.0 km")
    assert "longer than a run" in contents.refused[0].reason
