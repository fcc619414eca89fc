"""The composition root of the program with a window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.log import start_log, stop_log
from trainer.paths import Paths, paths_for
from trainer.ui.application import make_window, run

if TYPE_CHECKING:
    from trainer.desktop.desktop import Desktop
    from trainer.domain.clock import Clock
    from trainer.settings import Settings
    from trainer.ui.cue_player import SoundPlayer
    from trainer.ui.desk import Desk
    from trainer.ui.main_window import MainWindow


def main(data_dir: Path | None = None) -> int:
    """Runs the program until its window is closed; returns the exit status."""
    paths = paths_for(data_dir)
    handler = start_log(paths.log_file)
    try:
        return run(paths, partial(build_window, data_dir))
    finally:
        stop_log(handler)


def build_window(
    data_dir: Path | None = None,
    *,
    clock: Clock | None = None,
    make_sound: Callable[[], SoundPlayer] | None = None,
    make_desktop: Callable[[], Desktop] | None = None,
) -> MainWindow:
    """The window on the log in `data_dir`, or at the platform's place; tests pass what is round about it.

    It opens the log by itself once it has been shown and painted. Needs the application object.
    """
    paths = paths_for(data_dir)
    return make_window(paths, partial(open_desk, paths, clock, make_sound, make_desktop))


def open_desk(
    paths: Paths,
    clock: Clock | None = None,
    make_sound: Callable[[], SoundPlayer] | None = None,
    make_desktop: Callable[[], Desktop] | None = None,
    *,
    settings: Settings,
) -> Desk:
    """Opens the log and makes the services on it; runs on the worker. Raises StoreError, ContentError."""
    # Start-up: the first paint does not wait for SQLAlchemy, the content, or what the pages work with.
    from trainer.audio.client import AudioClient
    from trainer.catalog import load_catalog
    from trainer.desktop.desktop import this_desktop
    from trainer.services.clock import SystemClock
    from trainer.services.coach_settings import coach_settings, pain_limits
    from trainer.services.coaching import Coach
    from trainer.services.hurting import Hurting
    from trainer.services.library import Library
    from trainer.services.own import OwnLibrary
    from trainer.services.planning import Planning
    from trainer.services.training import Training
    from trainer.settings import EQUIPMENT, KNEELING_HURTS
    from trainer.store import Store, new_id
    from trainer.ui.desk import Desk

    clock = clock or SystemClock()
    store = Store.open(paths, clock=clock)
    try:
        library = Library(load_catalog(), store)
        planning = Planning(store, clock, library, new_id)
        limits = partial(pain_limits, settings)
        hurting = Hurting(
            store,
            clock,
            library,
            partial(settings.get, EQUIPMENT),
            new_id,
            limits,
            partial(settings.get, KNEELING_HURTS),
        )
        return Desk(
            clock=clock,
            store=store,
            library=library,
            own=OwnLibrary(store, library, new_id),
            training=Training(store, clock, new_id, fulfil=planning.fulfil, limits=limits),
            coach=Coach(
                store,
                clock,
                library,
                partial(coach_settings, settings),
                new_id,
                held=hurting.held,
                plan_of=planning.plan_of,
            ),
            planning=planning,
            hurting=hurting,
            make_sound=make_sound or AudioClient,
            make_desktop=make_desktop or this_desktop,
        )
    except BaseException:
        store.close()
        raise
