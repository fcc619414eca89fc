from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fit_tool.profile.profile_type import FileType, Sport, SubSport

from tests.exchange.run_samples import (
    A_RUN,
    START,
    STRAVA_COLUMNS,
    Watch,
    a_fit_run,
    gpx,
    gpx_track,
    ms,
    strava,
    tcx,
    tcx_activity,
    tcx_lap,
    trk,
)
from trainer.domain.run import Run
from trainer.errors import ExchangeError
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.formats import read_file

BERLIN = "Europe/Berlin"
METRE_S = 3.3358
"""Metres of a second in the samples' tracks."""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str, str | bytes], Contents]:
    def read(name: str, content: str | bytes) -> Contents:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        told: list[float] = []
        found = read_file(path, Answers(time_zone=BERLIN, pulse=told.append))
        assert told == sorted(told)
        assert told[-1] <= 1
        return found

    return read


Read = Callable[[str, str | bytes], Contents]


def only(read: Contents) -> Run:
    (run,) = read.runs
    assert read.refused == ()
    return run


def test_one_run_is_told_alike_by_every_format(read: Read) -> None:
    seconds = range(3_006)
    length_m = 3_005 * METRE_S
    watch = Watch()
    watch.session(0, 3_010, total_distance=length_m, total_timer_time=3_005.0, total_elapsed_time=3_010.0)
    row = A_RUN | {"Distance 2": f"{length_m}", "Moving Time": "3005"}
    found = [
        only(read("a.fit", watch.bytes())),
        only(read("a.gpx", gpx(trk(gpx_track(seconds))))),
        only(read("a.tcx", tcx(tcx_activity(tcx_lap(0, metres=length_m, seconds=3_005))))),
        only(read("activities.csv", strava(row))),
    ]
    assert [run.source for run in found] == ["fit", "gpx", "tcx", "strava"]
    assert len({run.id for run in found}) == 4
    for run in found:
        assert (run.started_at, run.time_zone, run.duration_s, run.effort) == (START, BERLIN, 3_005, None)
        assert run.distance_km == pytest.approx(length_m / 1000, abs=0.006)


def test_the_kind_is_known_by_content_and_not_by_name(read: Read) -> None:
    assert only(read("a.bin", a_fit_run())).source == "fit"
    assert only(read("export", "\ufeff\n " + gpx(trk(gpx_track(range(9))))[39:])).source == "gpx"
    assert only(read("b.xml", tcx(tcx_activity(tcx_lap(0, metres=9, seconds=9))))).source == "tcx"
    assert only(read("b.txt", strava(A_RUN))).source == "strava"


def test_a_file_read_again_has_the_same_ids(read: Read) -> None:
    assert read("a.fit", a_fit_run()) == read("again.fit", a_fit_run())
    assert only(read("a.fit", a_fit_run())).id != only(read("b.fit", a_fit_run(metres=9_000))).id


class TestFit:
    def test_the_time_is_the_watch_s_own_without_its_pauses(self, read: Read) -> None:
        run = only(read("a.fit", a_fit_run(timer_s=3_600)))
        assert (run.duration_s, run.distance_km) == (3_600, 10.02)

    @pytest.mark.parametrize(
        ("hours", "zone"),
        [(1, BERLIN), (9, "Etc/GMT-9"), (-3, "Etc/GMT+3"), (0, "Etc/GMT"), (5.5, BERLIN), (40, BERLIN)],
    )
    def test_the_day_is_the_watch_s_where_its_clock_was_another(
        self, read: Read, hours: float, zone: str
    ) -> None:
        watch = Watch()
        watch.session(0, 600, total_distance=2_000.0, total_timer_time=600.0)
        watch.activity(600, hours_from_utc=hours)
        assert only(read("a.fit", watch.bytes())).time_zone == zone

    def test_a_multisport_file_gives_its_runs_alone(self, read: Read) -> None:
        watch = Watch()
        for sport, second in ((Sport.SWIMMING, 0), (Sport.CYCLING, 1_000), (Sport.RUNNING, 5_000)):
            watch.session(second, second + 900, sport=sport, total_distance=3_000.0, total_timer_time=900.0)
        found = read("a.fit", watch.bytes())
        assert only(found).started_at == START.replace(hour=7, minute=35, second=53)
        assert found.notes == ("2 activities are not runs and were left out.",)

    def test_two_runs_without_a_distance_share_their_track_by_time(self, read: Read) -> None:
        watch = Watch()
        for second in (*range(0, 101, 10), *range(500, 701, 10)):
            watch.record(second)
        watch.session(0, 100, total_timer_time=100.0, total_elapsed_time=100.0)
        watch.session(500, 700, total_timer_time=200.0, total_elapsed_time=200.0)
        first, second_ = read("a.fit", watch.bytes()).runs
        assert first.distance_km == pytest.approx(100 * METRE_S / 1000, abs=0.002)
        assert second_.distance_km == pytest.approx(200 * METRE_S / 1000, abs=0.002)

    def test_the_watch_s_own_count_goes_before_its_places(self, read: Read) -> None:
        watch = Watch()
        for second in range(0, 101, 10):
            watch.record(second, metres=1_000 + second * 3.0)
        watch.session(0, 100, total_timer_time=100.0)
        assert only(read("a.fit", watch.bytes())).distance_km == 0.3

    def test_a_pause_is_no_way_and_no_time(self, read: Read) -> None:
        watch = Watch()
        for second in range(0, 101, 10):
            watch.record(second)
        watch.stop(100)
        for second in range(1_000, 1_101, 10):
            watch.record(second)
        watch.session(0, 1_100)
        run = only(read("a.fit", watch.bytes()))
        assert run.duration_s == 200
        assert run.distance_km == pytest.approx(200 * METRE_S / 1000, abs=0.002)

    def test_a_run_without_records_is_what_its_session_says(self, read: Read) -> None:
        watch = Watch()
        watch.session(0, 900, total_distance=3_000.0, total_timer_time=880.0, sub_sport=SubSport.TREADMILL)
        run = only(read("a.fit", watch.bytes()))
        assert (run.distance_km, run.duration_s, run.kind) == (3, 880, "treadmill")

    def test_records_alone_are_a_run_where_the_sport_is_said(self, read: Read) -> None:
        watch = Watch()
        watch.sport(Sport.RUNNING)
        for second in range(0, 101, 10):
            watch.record(second)
        run = only(read("a.fit", watch.bytes()))
        assert (run.started_at, run.duration_s) == (START, 100)

    def test_a_watch_that_did_not_know_the_date_is_told(self, read: Read) -> None:
        watch = Watch()
        # 20,000 s after it was switched on.
        watch.session(0, 900, start_time=631_065_600_000 + 20_000_000, total_distance=3_000.0)
        found = read("a.fit", watch.bytes())
        assert (found.runs, found.notes) == (
            (),
            ("A run was left out: the watch did not know the date.",),
        )

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (a_fit_run()[:-20], "cut off"),
            (a_fit_run()[:40], "cut off"),
            (a_fit_run()[:10], "damaged"),
            (a_fit_run()[:-1] + b"\x00", "damaged"),
            (a_fit_run()[:60] + b"\x7f" + a_fit_run()[61:], "damaged"),
            (a_fit_run() + b"rubbish behind", "damaged"),
            (Watch(FileType.WORKOUT).bytes(), r"not of an activity \(workout\)"),
            (Watch().bytes(), "without an activity"),
            (b"not FIT at all, though named so", "damaged"),
        ],
    )
    def test_what_is_no_whole_activity_is_a_sentence(self, read: Read, content: bytes, sentence: str) -> None:
        with pytest.raises(ExchangeError, match=sentence):
            read("a.fit", content)

    def test_two_files_in_one_are_read_both(self, read: Read) -> None:
        assert len(read("a.fit", a_fit_run() + a_fit_run(metres=5_000)).runs) == 2


class TestGpx:
    def test_a_pause_between_segments_is_no_way_and_no_time(self, read: Read) -> None:
        run = only(read("a.gpx", gpx(trk(gpx_track(range(101)), gpx_track(range(900, 1_001))))))
        assert run.duration_s == 200
        assert run.distance_km == pytest.approx(200 * METRE_S / 1000, abs=0.002)
        assert run.note == "Morning run"

    @pytest.mark.parametrize(("sport", "kind"), [("running", ""), ("9", ""), ("Trail_Running", "trail")])
    def test_each_way_of_naming_a_run(self, read: Read, sport: str, kind: str) -> None:
        assert only(read("a.gpx", gpx(trk(gpx_track(range(9)), sport=sport)))).kind == kind

    def test_other_sports_are_left_out_and_counted(self, read: Read) -> None:
        track = gpx_track(range(9))
        found = read("a.gpx", gpx(trk(track), trk(track, sport="cycling")))
        assert only(found).source == "gpx"
        assert found.notes == ("1 activity is not a run and was left out.",)

    def test_a_track_without_a_sport_is_a_run_and_says_so(self, read: Read) -> None:
        found = read("a.gpx", gpx(trk(gpx_track(range(9)), sport="")))
        assert only(found).source == "gpx"
        assert found.notes == ("The file does not say which sport it was; it was taken for running.",)

    def test_a_course_is_no_run(self, read: Read) -> None:
        found = read("a.gpx", gpx("\n", trk(gpx_track(range(9), times=False))))
        assert found.runs == ()
        assert [(one.line, one.reason) for one in found.refused] == [
            (3, "it has no times, so it is a course and not a run")
        ]

    def test_places_that_cannot_be_are_passed_over(self, read: Read) -> None:
        bent = gpx_track(range(9)).replace('lon="0.000060"', 'lon="nan"').replace('lat="0.0"', 'lat="91"', 1)
        assert only(read("a.gpx", gpx(trk(bent)))).duration_s == 8

    def test_a_name_is_words_and_nothing_else(self, read: Read) -> None:
        name = "&lt;b&gt;Märchen&#x1F3C3; &amp; mehr&lt;/b&gt;"
        assert only(read("a.gpx", gpx(trk(gpx_track(range(9)), name=name)))).note == "<b>Märchen🏃 & mehr</b>"

    def test_routes_and_waypoints_alone_are_a_sentence(self, read: Read) -> None:
        with pytest.raises(ExchangeError, match="no recorded activity"):
            read("a.gpx", gpx('<wpt lat="0" lon="0"/><rte><rtept lat="0" lon="0"/></rte>'))


class TestTcx:
    def test_laps_add_up(self, read: Read) -> None:
        laps = (tcx_lap(0, metres=1_000, seconds=300.5), tcx_lap(400, metres=2_000.4, seconds=601))
        run = only(read("a.tcx", tcx(tcx_activity(*laps, note="Windy & cold".replace("&", "&amp;")))))
        assert (run.started_at, run.distance_km, run.duration_s) == (START, 3.0, 902)
        assert run.note == "Windy & cold"

    def test_without_its_own_distance_the_track_counts(self, read: Read) -> None:
        lap = tcx_lap(0, metres=None, seconds=None, points=range(0, 101, 5))
        run = only(read("a.tcx", tcx(tcx_activity(lap))))
        assert run.duration_s == 100
        assert run.distance_km == pytest.approx(100 * METRE_S / 1000, abs=0.002)

    def test_other_sports_are_left_out_and_counted(self, read: Read) -> None:
        lap = tcx_lap(0, metres=1_000, seconds=300)
        found = read("a.tcx", tcx(tcx_activity(lap), tcx_activity(lap, sport="Biking")))
        assert only(found).source == "tcx"
        assert found.notes == ("1 activity is not a run and was left out.",)

    def test_what_was_not_run_is_refused_with_its_line(self, read: Read) -> None:
        found = read("a.tcx", tcx("\n\n", tcx_activity(tcx_lap(0, metres=0, seconds=0))))
        assert [(one.line, one.reason) for one in found.refused] == [
            (3, "it has neither a distance nor a time")
        ]

    def test_a_course_alone_is_a_sentence(self, read: Read) -> None:
        with pytest.raises(ExchangeError, match="no recorded activity"):
            read("a.tcx", tcx())


class TestStrava:
    def test_metres_and_moving_time_go_first(self, read: Read) -> None:
        run = only(read("activities.csv", strava(A_RUN)))
        assert (run.started_at, run.distance_km, run.duration_s) == (START, 10.021, 3_605)
        assert (run.note, run.kind) == ("Morning run", "")

    @pytest.mark.parametrize(
        ("changed", "km", "seconds"),
        [
            ({"Distance 2": ""}, 10.02, 3_605),
            ({"Distance 2": "", "Distance": "1,002.5"}, 1_002.5, 3_605),
            ({"Moving Time": ""}, 10.021, 3_700),
            ({"Moving Time": "", "Elapsed Time 2": "3701.6"}, 10.021, 3_702),
            ({"Distance": "", "Distance 2": "0.0"}, None, 3_605),
        ],
    )
    def test_its_two_columns_of_distance_and_of_time(
        self, read: Read, changed: dict[str, str], km: float | None, seconds: float
    ) -> None:
        run = only(read("activities.csv", strava(A_RUN | changed)))
        assert (run.distance_km, run.duration_s) == (km, seconds)

    def test_an_older_list_has_each_column_once(self, read: Read) -> None:
        columns = STRAVA_COLUMNS[:10]
        run = only(read("activities.csv", strava(A_RUN, columns=columns)))
        assert (run.distance_km, run.duration_s) == (10.02, 3_700)

    @pytest.mark.parametrize(
        ("text", "hour"),
        [
            ("Nov 3, 2026, 6:12:33 AM", 6),
            ("Nov 3, 2026, 6:12:33\u202fAM", 6),
            ("Nov 3, 2026, 12:12:33 AM", 0),
            ("Nov 3, 2026, 12:12:33 PM", 12),
            ("Nov 3, 2026, 11:12:33 PM", 23),
        ],
    )
    def test_its_dates_are_utc(self, read: Read, text: str, hour: int) -> None:
        run = only(read("activities.csv", strava(A_RUN | {"Activity Date": text})))
        assert run.started_at == datetime(2026, 11, 3, hour, 12, 33, tzinfo=UTC)

    def test_runs_of_every_kind_and_nothing_else(self, read: Read) -> None:
        sports = ("Run", "Trail Run", "Virtual Run", "Ride", "Weight Training", "")
        found = read(
            "activities.csv",
            strava(
                *(A_RUN | {"Activity ID": str(n), "Activity Type": sport} for n, sport in enumerate(sports))
            ),
        )
        assert [run.kind for run in found.runs] == ["", "trail", "virtual"]
        assert found.notes == ("3 activities are not runs and were left out.",)

    def test_what_the_runner_wrote_comes_along(self, read: Read) -> None:
        row = A_RUN | {"Activity Description": 'Rain, "mud"\nand 🏃', "Activity Private Note": "calf"}
        assert only(read("activities.csv", strava(row))).note == 'Morning run\nRain, "mud"\nand 🏃\ncalf'

    def test_a_changed_distance_keeps_the_id(self, read: Read) -> None:
        before = only(read("activities.csv", strava(A_RUN)))
        assert only(read("activities.csv", strava(A_RUN | {"Distance 2": "9000"}))).id == before.id

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"Activity Date": "3 nov. 2026, 06:12:33"}, "Activity Date is a date like Nov 3, 2026"),
            ({"Activity Date": "Feb 30, 2026, 6:12:33 AM"}, "no day there is"),
            ({"Activity Date": "Nov 3, 2026, 13:12:33 PM"}, "no hour there is"),
            ({"Activity Date": "Nov 3, 0000, 1:12:33 PM"}, "no day there is"),
            ({"Activity Date": "Nov 3, 1066, 1:12:33 PM"}, "not in our time"),
            ({"Distance 2": "1e309"}, "Distance is a number, not '1e309'"),
            ({"Distance 2": "-5"}, "Distance is a number, not '-5'"),
            ({"Distance 2": "999999999"}, "its distance of 1e+09 m is none that can be run"),
            ({"Distance": "", "Distance 2": "", "Moving Time": "", "Elapsed Time": "", "Elapsed Time 2": ""},
             "neither a distance nor a time"),
        ],
    )  # fmt: skip
    def test_a_row_that_is_no_run_is_refused_with_its_line(
        self, read: Read, changed: dict[str, str], reason: str
    ) -> None:
        found = read("activities.csv", strava(A_RUN, A_RUN | changed))
        assert len(found.runs) == 1
        ((line, told),) = [(one.line, one.reason) for one in found.refused]
        assert line == 3
        assert reason in told

    def test_ragged_rows_and_open_quotes_are_refused(self, read: Read) -> None:
        found = read("activities.csv", strava(A_RUN) + 'Run,1\n"open')
        assert len(found.runs) == 1
        assert [one.line for one in found.refused] == [3, 4]

    def test_another_language_is_a_sentence_that_says_what_to_do(self, read: Read) -> None:
        german = [name.replace("Activity", "Aktivität") for name in STRAVA_COLUMNS]
        for name in ("activities.csv", "Aktivitäten.csv"):
            with pytest.raises(ExchangeError, match="set Strava to English"):
                read(name, strava(A_RUN, columns=german))

    def test_other_csv_files_are_left_to_others(self, read: Read) -> None:
        with pytest.raises(ExchangeError, match="none of the headers"):
            read("activities.csv", "Date,Title,Duration\n1,2,3\n")


def test_the_samples_are_of_one_second(read: Read) -> None:
    assert ms(0) == START.timestamp() * 1000
