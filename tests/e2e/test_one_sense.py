"""A whole session by sound alone, and a whole session muted, by the picture alone."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Program, Start
from tests.e2e.listener import Heard, Listener, sounded
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, workout
from trainer.domain.exercise import Side
from trainer.domain.words import number_word
from trainer.domain.workout import Workout
from trainer.engine.cues import plan_cues
from trainer.engine.timeline import Step, StepKind, Timeline, build_timeline
from trainer.services.training import NO_OCCASION
from trainer.ui.session.page import SessionPage
from trainer.ui.session.wording import set_words, target_words
from trainer.ui.theme import load_theme

LEFT = Qt.MouseButton.LeftButton
TICK_S = 0.1
CAPTION_S = 2.0
OPEN_S = 7.0
"""How long the athlete takes for a set that only he or she ends."""
BRIDGE = replace(HOLD, short_name="Long bridge hold")  # a name that the voice can say
EVERYTHING = workout(CURL, HINGE, LIMIT, BRIDGE)


def begin(program: Program, what: Workout | None) -> SessionPage:
    """The workout that Today offers, by its button; or another one, in the same place."""
    if what is None:
        QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    else:
        program.today.start_requested.emit(what, NO_OCCASION)
    return program.session


def as_performed(timeline: Timeline) -> list[tuple[float, float, Step]]:
    """Start, length and step, with each open set as long as the athlete takes."""
    at_s, performed = 0.0, []
    for step in timeline.steps:
        lasts_s = OPEN_S if step.open else step.duration_s
        performed.append((at_s, lasts_s, step))
        at_s += lasts_s
    return performed


def side_of(step: Step) -> str:
    return "" if step.side is Side.BOTH else str(step.side)


@pytest.mark.parametrize("what", [None, EVERYTHING], ids=["todays", "every kind of set"])
def test_by_sound_alone_the_whole_session_is_known(
    start: Start, tmp_path: Path, what: Workout | None
) -> None:
    program = start(tmp_path)
    session = begin(program, what)
    program.window.hide()
    timeline = session.driver.active.timeline
    began = program.clock.monotonic()
    while not session.ended:
        program.wait(0.5)
        view = session.driver.view()
        if view.step.open and view.elapsed_s >= OPEN_S and not session.ended:
            QTest.keyClick(session, Qt.Key.Key_Space)
    listener = Listener()
    (sound,) = program.sounds
    listener.hear(sounded(sound.calls))

    performed = as_performed(timeline)
    assert len(listener.steps) == len(performed)
    for heard, (at_s, lasts_s, step) in zip(listener.steps, performed, strict=True):
        assert_heard(heard, step, began + at_s, lasts_s)
    end_s = sum(lasts_s for _, lasts_s, _ in performed)
    assert listener.ended_at_s == pytest.approx(began + end_s, abs=0.6)
    assert listener.said_at_the_end[0] == "done"
    assert listener.said_at_the_end[-1] in ("minute", "minutes")


def assert_heard(heard: Heard, step: Step, at_s: float, lasts_s: float) -> None:
    assert heard.kind == step.kind.value
    assert heard.start_s == pytest.approx(
        at_s, abs=0.6
    )  # after an open set, the athlete's press is one tick off
    assert heard.end_s - heard.start_s == pytest.approx(lasts_s, abs=0.6)
    if step.kind is StepKind.REST:
        assert heard.rest == number_word(round(step.item.rest_s))
        return
    assert (heard.exercise, heard.side) == (step.item.short_name.lower(), side_of(step))
    if step.kind is StepKind.WORK and step.target.called:
        assert heard.reps == step.target.reps
    if step.kind is StepKind.GET_READY and step.set_no == step.of_sets > 1 and step.duration_s >= 10:
        assert heard.announced


@dataclass
class Watcher:
    """What is on the picture, at each tick; sound is off."""

    session: SessionPage
    began_s: float
    captions: list[tuple[float, str]] = field(default_factory=list)
    pulses: list[float] = field(default_factory=list)

    def tick(self, program: Program) -> None:
        fading = self.session.stage._fading
        fading.stop()
        program.wait(TICK_S)
        now = program.clock.monotonic() - self.began_s
        self.captions.append((now, self.session.stage.strip.caption))
        if fading.state() is QAbstractAnimation.State.Running:
            self.pulses.append(now)

    def shown(self, text: str, from_s: float, until_s: float) -> bool:
        seen = [caption for at, caption in self.captions if from_s + TICK_S < at < until_s - TICK_S]
        return bool(seen) and set(seen) == {text}


def test_muted_every_cue_is_written_and_mirrored_and_the_picture_alone_tells_where_one_is(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path)
    session = begin(program, workout(HINGE, CURL, HOLD))
    timeline = build_timeline(session.driver.active.timeline.workout)
    watcher = Watcher(session, program.clock.monotonic())
    QTest.keyClick(session, Qt.Key.Key_M)
    told = 0
    for step in timeline.steps:
        assert_picture(session, step, timeline)
        told += 1
        while not session.ended and session.driver.view().step == step:
            watcher.tick(program)
            if not session.ended and session.driver.view().step == step:
                assert_moment(session)
            assert program.sounds[0].volume == 0.0
    assert session.ended
    assert told == len(timeline.steps)
    assert_cues(watcher, timeline)


def assert_cues(watcher: Watcher, timeline: Timeline) -> None:
    """What is spoken stands for 2 s or until the next, or the end; what sounds is mirrored."""
    hearing = watcher.session.driver._hearing
    cues = plan_cues(timeline, hearing.style, hearing.phrase_s)
    spoken = [(cue.speech_at_s, cue.text) for cue in cues if cue.text and cue.at_s < timeline.duration_s]
    assert len(spoken) > 20
    starts = sorted(at for at, _ in spoken)
    for at, text in spoken:
        following = next((one for one in starts if one > at), math.inf)
        until_s = min(at + CAPTION_S, following, timeline.duration_s)
        if until_s - at > 3 * TICK_S:
            assert watcher.shown(text, at, until_s), (at, text)
    sounds = sorted({cue.at_s for cue in cues if cue.clip and cue.at_s < timeline.duration_s - TICK_S})
    for at in sounds[1:]:  # the first one sounded before anybody looked
        assert any(at - 1e-6 <= seen <= at + 1.5 * TICK_S for seen in watcher.pulses), at
    assert len(watcher.pulses) <= len(sounds) + 1


def assert_picture(session: SessionPage, step: Step, timeline: Timeline) -> None:
    """Phase, exercise, side, set, target and what is next, as they stand on the picture."""
    stage = session.stage
    facts = [part.strip() for part in stage.facts.accessibleName().split(",")]
    resting = step.kind is StepKind.REST
    works = [one for one in timeline.steps[step.index + 1 :] if one.kind is StepKind.WORK]
    meant = works[0] if resting else step
    assert facts[0] == step.kind.value.replace("_", " ").upper()
    assert stage.ground.name().upper() == getattr(load_theme("light").colours, step.kind.value)
    assert stage.headline.text == ("Rest" if resting else step.item.short_name)
    assert set_words(meant) in facts
    assert target_words(meant.target) in facts or any(fact.startswith("rep 1 of ") for fact in facts)
    assert ([fact for fact in facts if fact in ("LEFT", "RIGHT")] or [""])[0] == side_of(meant).upper()
    assert stage.coming.text.removeprefix("› ") == coming(step, timeline)


def coming(step: Step, timeline: Timeline) -> str:
    """What the product says stands below: the target, the side, the next exercise, or the pause to come."""
    following = timeline.steps[step.index + 1] if step.index + 1 < len(timeline.steps) else None
    if step.kind is StepKind.GET_READY:
        return target_words(step.target)
    if step.kind is StepKind.CHANGE_SIDES:
        return str(step.side).upper()
    if following is None:
        return "Finish"
    if step.kind is StepKind.WORK and following.kind is StepKind.CHANGE_SIDES:
        return "Change sides"
    if step.kind is StepKind.WORK and following.kind is StepKind.REST:
        return f"Rest {step.item.rest_s:g} s"
    return following.item.short_name


def assert_moment(session: SessionPage) -> None:
    """The time of the step, and of all that is left."""
    view = session.driver.view()
    assert view.remaining_s is not None
    assert session.stage.countdown.digits == str(math.ceil(view.remaining_s - 1e-6))
    minutes = int(view.total_remaining_s // 60)
    left = f"{minutes + 1} min left" if minutes else "under 1 min left"
    assert session.stage.strip.accessibleName().endswith(left)
