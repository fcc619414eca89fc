"""Pictures of the player, for the eye: `python -m tests.ui.session.screenshots FOLDER`; see its options.

QT_SCALE_FACTOR in the environment draws them at another scale.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.services.memory_log import MemoryLog
from tests.session_workouts import CURL, HINGE, HOLD, workout
from trainer.catalog import load_catalog
from trainer.domain.exercise import Kind
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.engine.timeline import StepKind
from trainer.services.training import Training
from trainer.ui.application import prepare
from trainer.ui.session.keys import Act, Wish
from trainer.ui.session.page import PlayerOptions, SessionPage
from trainer.ui.session_driver import SessionDriver
from trainer.ui.theme import apply_theme, load_theme

NORDIC = replace(CURL, sets=(SetTarget(Kind.REPS, reps=5, tempo=Tempo.parse("5-0-0-4")),) * 2)
SHOWN = workout(NORDIC, HINGE, HOLD)
LIT = {one.id: one.primary_muscles for one in load_catalog().exercises.values()}


class Album:
    """A session that is photographed."""

    def __init__(self, folder: Path, theme_name: str, size: tuple[int, int]) -> None:
        theme = load_theme(theme_name)
        self.clock, ids = FakeClock(), count()
        active = Training(MemoryLog(), self.clock, lambda: f"id-{next(ids)}").begin(SHOWN)
        self.driver = SessionDriver(active, self.clock)
        self.page = SessionPage(self.driver, theme, PlayerOptions(lit=LIT))
        self.page.resize(*size)
        self.page.show()
        self.page.begin()
        self._stem = folder / f"{theme_name}-{size[0]}x{size[1]}"

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            self.driver.tick()

    def until(self, kind: StepKind, exercise_id: str = "") -> None:
        while True:
            step = self.driver.view().step
            if step.kind is kind and step.item.exercise_id.startswith(exercise_id):
                return
            self.wait(0.5)

    def shoot(self, name: str) -> None:
        QApplication.sendPostedEvents()
        self.page.grab().save(f"{self._stem}-{name}.png")


def shoot_all(album: Album) -> None:
    page, driver = album.page, album.driver
    album.wait(3)
    album.shoot("1-ready")
    album.wait(10)
    album.shoot("2-work")
    page.do(Wish(Act.OWN_PACE))
    page._show_controls()
    album.shoot("2-own-pace")
    page.controls.hide()
    driver.done()
    album.until(StepKind.REST)
    album.wait(4)
    page.do(Wish(Act.RPE, 8))
    page.do(Wish(Act.RESULT, -1))
    album.shoot("3-rest")
    page.do(Wish(Act.PAIN))
    album.shoot("3-pain")
    page.log._on_pain_chosen(3)
    album.shoot("3-place")
    page.log._home()
    page.do(Wish(Act.LEAN))
    album.shoot("3-lean")
    page.log._home()
    page.do(Wish(Act.LOAD))
    album.shoot("3-load")
    page.log._home()
    driver.press()
    album.shoot("4-paused")
    album.clock.advance(1)
    driver.press()
    album.until(StepKind.WORK, "single")
    album.wait(5)
    album.shoot("5-left")
    album.until(StepKind.CHANGE_SIDES)
    album.wait(2)
    album.shoot("6-change")
    album.until(StepKind.REST, "single")
    album.shoot("6-rest-sides")
    album.until(StepKind.WORK, "long")
    album.wait(7)
    album.shoot("7-hold")
    while not page.ended:
        album.wait(0.5)
    album.shoot("8-summary")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--size", default="1280x800")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    prepare(app)
    apply_theme(app, load_theme(options.theme))
    width, height = options.size.split("x")
    shoot_all(Album(options.folder, options.theme, (int(width), int(height))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
