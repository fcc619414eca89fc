"""A program of its own: runs a short session on the real clock until it is killed.

`python -m tests.e2e.killed_session DATA [--on-desktop] [--changed]`; changed, it gets a set more, and an
easier exercise from its second set on.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.session_workouts import workout
from trainer.catalog import load_catalog
from trainer.desktop.desktop import this_desktop
from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem
from trainer.engine.timeline import Step, StepKind
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.training import Training
from trainer.store import Store, new_id
from trainer.ui.application import prepare
from trainer.ui.session.keys import Act, Wish
from trainer.ui.session.on_desktop import OnDesktop
from trainer.ui.session.page import PlayerOptions, SessionPage
from trainer.ui.session_driver import SessionDriver
from trainer.ui.theme import apply_theme, load_theme

# 3 s to get ready after a rest of none, sets of 2 × 0.4 s, then one that lasts.
SHORT = SetTarget(Kind.REPS, reps=2, tempo=Tempo(0.2, 0, 0.2, 0))
LONG = SetTarget(Kind.REPS, reps=200, tempo=Tempo(0.2, 0, 0.2, 0))
QUICK = workout(
    WorkoutItem("curl", "Curl", "Curl", Laterality.BOTH, (SHORT, SHORT, LONG), rest_s=1),
)


SQUAT = load_catalog().exercises["bodyweight-squat"]
EASIER = {"curl": replace(SQUAT, tempo=Tempo(0.2, 0, 0.2, 0))}


class Changer(QObject):
    """Changes the session as its keys would."""

    def __init__(self, page: SessionPage) -> None:
        super().__init__(page)
        self._page = page
        page.driver.stepped.connect(self._on_driver_stepped)

    def _on_driver_stepped(self, step: Step) -> None:
        if step.kind is not StepKind.GET_READY or step.item.exercise_id != "curl":
            return
        if step.set_no == 1:
            QTimer.singleShot(0, self._page, self._on_first_set_begun)
        elif step.set_no == 2:
            QTimer.singleShot(0, self._page, self._on_second_set_begun)

    def _on_first_set_begun(self) -> None:
        self._page.do(Wish(Act.ADD_SET))

    def _on_second_set_begun(self) -> None:
        self._page.do(Wish(Act.EASIER))


def main() -> int:
    app = QApplication(sys.argv[:1])
    prepare(app)
    theme = load_theme("light")
    apply_theme(app, theme)
    clock = SystemClock()
    store = Store.open(paths_for(Path(sys.argv[1])), clock=clock)
    active = Training(store, clock, new_id).begin(QUICK)
    page = SessionPage(SessionDriver(active, clock), theme, PlayerOptions(easier=EASIER))
    if "--on-desktop" in sys.argv:
        OnDesktop(page.driver, this_desktop(), clock, page)
    if "--changed" in sys.argv:
        Changer(page)
    page.show()
    page.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
