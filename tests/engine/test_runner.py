from __future__ import annotations

from tests.engine.notation import lines, workout
from trainer.engine.cues import cues_ahead
from trainer.engine.events import Event
from trainer.engine.runner import SessionRunner, State
from trainer.engine.timeline import build_timeline


class Played:
    """A session on a clock that ticks each second, or as told."""

    def __init__(self, *items: str, start_at: int = 0) -> None:
        self.runner = SessionRunner(build_timeline(workout(*items)), start_at=start_at)
        self.now = 0.0
        self.events: list[Event] = self.runner.start(0.0)

    def until(self, now: float, by: float = 1.0) -> Played:
        while self.now < now:
            self.now = min(now, self.now + by)
            self.events += self.runner.tick(self.now)
        return self

    def at(self, now: float, action: str, *values: float) -> Played:
        self.until(now)
        self.events += getattr(self.runner, action)(now, *values)
        return self

    @property
    def lines(self) -> list[str]:
        return lines(self.events)

    def since(self, now: float) -> list[str]:
        return lines(e for e in self.events if e.at >= now)


def test_a_whole_session_by_itself() -> None:
    assert Played("a 2x2@2-0-1-0 rest 8 each").until(80).lines == [
        "0 get_ready a 1/2 left",
        "10 work a 1/2 left",
        "13 … 1 reps 3 s",
        "16 done left 2 reps",
        "16 change_sides a 1/2 right",
        "24 work a 1/2 right",
        "27 … 1 reps 3 s",
        "30 done right 2 reps",
        "30 rest a 1/2 right",
        "33 get_ready a 2/2 left",
        "38 work a 2/2 left",
        "41 … 1 reps 3 s",
        "44 done left 2 reps",
        "44 change_sides a 2/2 right",
        "52 work a 2/2 right",
        "55 … 1 reps 3 s",
        "58 done right 2 reps",
        "58 finished",
    ]


def test_late_ticks_do_not_move_the_steps() -> None:
    late = Played("a 2x2@2-0-1-0 rest 8 each").until(80, by=1.9)
    assert late.lines == Played("a 2x2@2-0-1-0 rest 8 each").until(80).lines


def test_open_set_lasts_until_done_and_counts_as_its_target() -> None:
    played = Played("a 1x5 rest 30 own", "b 1x5s").at(47, "press").until(90)
    assert played.lines == [
        "0 get_ready a 1/1 both",
        "10 work a 1/1 both",
        *(f"{10 + s} … 0 reps {s} s" for s in range(5, 36, 5)),
        "47 done both 5 reps",
        "47 rest a 1/1 both",
        "67 get_ready b 1/1 both",
        "77 work b 1/1 both",
        "82 done both 5 s",
        "82 finished",
    ]


def test_to_the_limit_counts_what_was_called() -> None:
    assert "32 done both 7 reps" in Played("a 1x5 limit").at(32, "press").lines
    assert "32 done both 22 s" in Played("a 1x5s limit").at(32, "press").lines


def test_a_hold_to_the_limit_counts_up_past_its_target() -> None:
    view = Played("a 1x5s limit").until(25).runner.view(25)
    assert (view.remaining_s, view.elapsed_s) == (None, 15)
    assert cues_ahead(Played("a 1x60s limit").until(10).runner.steps, 1, 0.5) == ()


def test_space_pauses_and_goes_on_where_it_stood() -> None:
    played = Played("a 1x20s").at(15, "press").until(40).at(41, "press").until(60)
    assert played.since(15) == [
        "15 … 0 reps 5 s",
        "15 paused",
        "41 resumed",
        "46 … 0 reps 10 s",
        "51 … 0 reps 15 s",
        "56 done both 20 s",
        "56 finished",
    ]


def test_enter_ends_a_hold_early_and_a_rest_now() -> None:
    played = Played("a 2x20s rest 60").at(22, "done").at(30, "done")
    assert played.since(20) == [
        "20 … 0 reps 10 s",
        "22 partial both 12 s",
        "22 rest a 1/2 both",
        "30 get_ready a 2/2 both",
    ]


def test_skip_leaves_a_set_partial_or_skipped() -> None:
    assert "14 partial both 1 reps" in Played("a 1x5").at(14, "skip").lines
    assert "11 skipped both None reps" in Played("a 1x5").at(11, "skip").lines
    assert "10 skipped both None s" not in Played("a 1x5s").at(10, "skip").lines
    assert Played("a 1x5").at(3, "skip").since(3) == ["3 work a 1/1 both"]


def test_back_begins_the_step_again_and_twice_goes_before() -> None:
    played = Played("a 2x20s rest 60").at(15, "back").at(16, "back")
    assert played.since(15) == [
        "15 … 0 reps 5 s",
        "15 reopened 1 both",
        "15 work a 1/2 both",
        "16 get_ready a 1/2 both",
    ]


def test_back_into_a_set_that_had_ended_reopens_it_once() -> None:
    played = Played("a 2x20s rest 60").at(31, "back").at(32, "back").until(53)
    assert played.since(31) == [
        "31 rest a 1/2 both",
        "32 reopened 1 both",
        "32 work a 1/2 both",
        "37 … 0 reps 5 s",
        "42 … 0 reps 10 s",
        "47 … 0 reps 15 s",
        "52 done both 20 s",
        "52 rest a 1/2 both",
    ]


def test_rest_grows_and_shrinks_but_not_below_what_has_passed() -> None:
    played = Played("a 2x5s rest 30").at(20, "change_rest", 10).until(51).since(15)
    assert played == ["15 done both 5 s", "15 rest a 1/2 both", "20 rest +10", "50 get_ready a 2/2 both"]
    shrunk = Played("a 2x5s rest 30").at(35, "change_rest", -10).until(36).since(20)
    assert shrunk == ["35 rest -5", "35 get_ready a 2/2 both"]


def test_paced_set_is_turned_into_own_pace() -> None:
    played = Played("a 1x5@2-0-1-0").at(14, "release_pace").at(40, "press")
    assert "14 own pace" in played.lines
    assert played.lines[-2:] == ["40 done both 5 reps", "40 finished"]


def test_a_gap_pauses_where_it_was_last_seen_and_says_how_long() -> None:
    played = Played("a 1x20s").until(15)
    played.now = 100.0
    played.events += played.runner.tick(100.0)
    played.events += played.runner.resume(110.0)
    played.now = 110.0
    assert played.until(130).since(15) == [
        "15 … 0 reps 5 s",
        "15 paused slept 85",
        "110 resumed",
        "115 … 0 reps 10 s",
        "120 … 0 reps 15 s",
        "125 done both 20 s",
        "125 finished",
    ]


def test_a_press_that_comes_with_the_gap_does_nothing_else() -> None:
    played = Played("a 1x20s").until(15)
    assert lines(played.runner.press(100.0)) == ["15 paused slept 85"]
    assert played.runner.state is State.PAUSED


def test_moving_while_paused_stays_paused_at_the_start_of_the_step() -> None:
    played = Played("a 2x20s rest 60").at(15, "pause").at(20, "skip")
    assert played.since(20) == ["20 partial both 5 s", "20 rest a 1/2 both"]
    assert played.runner.state is State.PAUSED
    assert played.runner.elapsed_s(25.0) == 0.0


def test_view_tells_the_rep_and_its_phase() -> None:
    view = Played("a 1x5@3-1-1-0 rest 30", "b 1x5s").until(17).runner.view(17.5)
    assert (view.rep, view.phase, view.phase_s) == (2, "lowering", 2.5)
    assert view.remaining_s == 17.5
    assert view.total_remaining_s == 17.5 + 30 + 5
    assert view.next_work is not None
    assert view.next_work.item.exercise_id == "b"


def test_resumed_session_begins_at_the_way_in() -> None:
    assert Played("a 2x5s rest 30", start_at=3).until(6).lines == [
        "0 get_ready a 2/2 both",
        "5 work a 2/2 both",
    ]


def test_what_comes_too_early_or_too_late_does_nothing() -> None:
    runner = SessionRunner(build_timeline(workout("a 1x5s")))
    assert runner.tick(1.0) == runner.press(1.0) == runner.resume(1.0) == []
    played = Played("a 1x5s").until(30)
    assert played.runner.state is State.FINISHED
    assert played.runner.skip(31) == played.runner.back(31) == played.runner.press(31) == []
