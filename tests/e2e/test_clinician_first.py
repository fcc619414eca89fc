"""Once a question was answered with yes, nothing begins a session any more, until the complaint is over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Program, Start
from trainer.domain.complaint import Feeling
from trainer.domain.exercise import Side
from trainer.domain.hurt import Hurt
from trainer.services.hurting import Hurting
from trainer.ui.library.page import LibraryPage


def hurting_of(program: Program) -> Hurting:
    return program.today._desk.hurting


def flagged(hurting: Hurting) -> Hurt:
    flag = hurting.questions("hip-front", Feeling.PAIN)[0]
    return Hurt("hip-front", Feeling.PAIN, 2, Side.LEFT, flags=(flag.id,))


def try_an_exercise(program: Program) -> None:
    program.window.show_page("library")
    page = program.window.page("library")
    assert isinstance(page, LibraryPage)
    page.try_requested.emit("double-leg-glute-bridge")


def test_after_a_red_flag_nothing_can_be_tried_or_gone_on_with(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path)
    try_an_exercise(program)
    program.wait(12)
    QTest.keyClick(program.session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.covered)
    hurting = hurting_of(program)
    complaint = hurting.record(hurting.outcome(flagged(hurting)), "Note")

    try_an_exercise(program)
    assert not program.window.covered
    assert "clinician first" in program.window.toast.words.text()
    program.window.show_page("today")
    recovery = program.today._desk.training.recoverable()
    assert recovery is not None
    program.today.resume_requested.emit(recovery)
    assert not program.window.covered

    hurting.end(complaint.id, "Fine")
    program.today.resume_requested.emit(recovery)
    assert program.window.covered
