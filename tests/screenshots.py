"""Pictures of every page, for the eye: `python -m tests.screenshots FOLDER [--scale 2] [--text 200]`.

One process draws one scale, because Qt reads QT_SCALE_FACTOR at its start.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

SIZES = ((900, 600), (1280, 800), (1920, 1080))


def main() -> int:
    options = _options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    from PySide6.QtTest import QTest

    from tests.fakes import FakeClock
    from trainer.app import build_window
    from trainer.paths import paths_for
    from trainer.settings import APPEARANCE, CAUTIONS_SEEN, TEXT_SIZE, Settings
    from trainer.ui.application import make_application

    app = make_application()
    options.folder.mkdir(parents=True, exist_ok=True)
    for theme in options.theme:
        with tempfile.TemporaryDirectory() as folder:
            clock = FakeClock(datetime(2026, 3, 5, 17, 30, tzinfo=UTC))
            if options.full:
                _fill(Path(folder), clock)
            settings = Settings(paths_for(Path(folder)).settings)
            settings.set(APPEARANCE, theme)
            settings.set(TEXT_SIZE, str(options.text))
            settings.set(CAUTIONS_SEEN, options.full)
            window = build_window(Path(folder), clock=clock)
            window.show()
            window.activateWindow()
            while window.page_id != "today":
                QTest.qWait(20)
            for name, go in _views(window):
                if options.only and name not in options.only:
                    continue
                go()
                for width, height in SIZES if options.all_sizes else SIZES[1:2]:
                    window.resize(width, height)
                    QTest.qWait(400)
                    state = "full" if options.full else "empty"
                    file = f"{name}-{theme}-{width}x{height}@{options.scale}-t{options.text}-{state}.png"
                    over = app.activePopupWidget() or app.activeModalWidget() or window
                    over.grab().save(str(options.folder / file))
                if over is not window:
                    over.close()
            window.close()
    app.quit()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--theme", nargs="*", default=["light", "dark"])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--all-sizes", action="store_true")
    return parser.parse_args()


def _views(window: object) -> list[tuple[str, Callable[[], None]]]:
    from functools import partial

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QScrollArea

    from tests.builder_views import BuilderViews
    from tests.hurts_views import hurts_views
    from tests.library_views import LibraryViews
    from tests.plan_views import PlanViews
    from tests.safety_views import SafetyViews
    from trainer.ui.main_window import MainWindow

    assert isinstance(window, MainWindow)

    def settings_end() -> None:
        window.show_page("settings")
        area = window.page("settings").findChild(QScrollArea)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def today_end() -> None:
        window.show_page("today")
        card = window.page("today").own_card  # type: ignore[union-attr]
        if card is not None:
            card.rows[-1].open_button.click()
        QTest.qWait(100)
        area = window.page("today").findChild(QScrollArea)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def today_why() -> None:
        window.show_page("today")
        window.page("today").workout_card.why_button.setChecked(True)  # type: ignore[union-attr]

    def today_checkin() -> None:
        window.show_page("today")
        card = window.page("today").checkin_card  # type: ignore[union-attr]
        card.open_form()
        card.form.add("hamstring")
        card.form.rows["hamstring"].soreness.give(4)

    def session() -> None:
        page = window.page("today")
        window.show_page("today")
        page.start()  # type: ignore[union-attr]

    def sound() -> None:
        window.show_page("today")
        window.page("today").workout_card.sound_button.click()  # type: ignore[union-attr]

    def keys() -> None:
        window.show_page("today")
        window.show_shortcuts()

    def settings_sound() -> None:
        window.show_page("settings")
        page = window.page("settings")
        grid = page.rows["cues_off"].control  # type: ignore[union-attr]
        grid.fold.setChecked(True)
        page.findChild(QScrollArea).ensureWidgetVisible(grid, 0, 400)  # type: ignore[union-attr]

    return [
        ("today", partial(window.show_page, "today")),
        ("today-why", today_why),
        ("today-checkin", today_checkin),
        ("today-end", today_end),
        ("today-sound", sound),
        ("keys", keys),
        ("settings-sound", settings_sound),
        *LibraryViews(window).views(),
        *BuilderViews(window).views(),
        *PlanViews(window).views(),
        *hurts_views(window),
        ("settings", partial(window.show_page, "settings")),
        ("settings-end", settings_end),
        ("history", partial(window.show_page, "history")),
        ("learn", partial(window.show_page, "learn")),
        *SafetyViews(window).views(),
        ("session", session),
    ]


def _fill(folder: Path, clock: object) -> None:
    """Three weeks of finished sessions, backups, and one that was cut off."""
    from trainer.catalog import load_catalog
    from trainer.domain.session import SessionLog
    from trainer.paths import paths_for
    from trainer.services.safekeeping import Safekeeping
    from trainer.store import Store, new_id

    store = Store.open(paths_for(folder), clock=clock)  # type: ignore[arg-type]
    workout = load_catalog().workouts["hamstrings-for-runners-easy"]
    now = clock.utc_now()  # type: ignore[attr-defined]
    for days in (20, 17, 14, 11, 9, 7, 3, 1):
        start = now - timedelta(days=days)
        log = SessionLog(new_id(), start, "Europe/Berlin", workout.id, workout.name, prescribed=workout)
        store.save_session(replace(log, ended_at=start + timedelta(minutes=21)))
    cut = SessionLog(
        new_id(), now - timedelta(hours=1), "Europe/Berlin", workout.id, workout.name, prescribed=workout
    )
    store.save_session(cut)
    _fill_own(store)
    _fill_plans(store, clock)
    Safekeeping(store, paths_for(folder), clock).backup("session")  # type: ignore[arg-type]
    store.close()


def _fill_plans(store: object, clock: object) -> None:
    """A plan under way, races and hard runs."""
    from tests.plan_views import fill_calendar
    from trainer.catalog import load_catalog
    from trainer.domain.session import local_date
    from trainer.services.library import Library
    from trainer.services.planning import Planning
    from trainer.store import new_id

    planning = Planning(store, clock, Library(load_catalog(), store), new_id)  # type: ignore[arg-type]
    fill_calendar(planning, local_date(clock.utc_now(), clock.time_zone()))  # type: ignore[attr-defined]


def _fill_own(store: object) -> None:
    """Two exercises of one's own, two workouts, and some favourites."""
    from itertools import count

    from trainer.catalog import load_catalog
    from trainer.services.library import Library
    from trainer.services.own import OwnLibrary

    catalog, numbers = load_catalog(), count(1)
    own = OwnLibrary(store, Library(catalog, store), lambda: f"own-{next(numbers)}")  # type: ignore[arg-type]
    nordic = own.copy_of(
        catalog.exercises["nordic-hamstring-curl"], "Nordic curl on the stairs", "Stair Nordic"
    )
    own.save_exercise(nordic, "Add")
    own.save_exercise(replace(own.blank(), name="Kitchen chair curl", short_name="Chair curl"), "Add")
    for exercise_id in ("single-leg-rdl", "double-leg-glute-bridge", nordic.id):
        own.set_favourite(exercise_id, on=True, undo="Star")
    workout = own.begin_workout("Tuesday evening", catalog.exercises["single-leg-rdl"], "New")
    own.add_to_workout(workout.id, nordic, "Add")
    own.add_to_workout(workout.id, catalog.exercises["long-lever-bridge-hold"], "Add")
    own.begin_workout("Before a long run, short", catalog.exercises["diver"], "New")


if __name__ == "__main__":
    sys.exit(main())
