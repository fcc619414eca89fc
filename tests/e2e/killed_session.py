"""A program of its own: runs a short session on the real clock until it is killed.

`python -m tests.e2e.killed_session DATA [--on-desktop]`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.session_workouts import workout
from trainer.desktop.desktop import this_desktop
from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.training import Training
from trainer.store import Store, new_id
from trainer.ui.application import prepare
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


def main() -> int:
    app = QApplication(sys.argv[:1])
    prepare(app)
    theme = load_theme("light")
    apply_theme(app, theme)
    clock = SystemClock()
    store = Store.open(paths_for(Path(sys.argv[1])), clock=clock)
    active = Training(store, clock, new_id).begin(QUICK)
    page = SessionPage(SessionDriver(active, clock), theme, PlayerOptions())
    if "--on-desktop" in sys.argv:
        OnDesktop(page.driver, this_desktop(), clock, page)
    page.show()
    page.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
