"""Beginning and ending sessions in the window: all that the rest of it knows of the player."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from trainer.desktop.desktop import Desktop
from trainer.domain.clock import Clock
from trainer.domain.exercise import Exercise
from trainer.domain.workout import Workout
from trainer.errors import TrainerError
from trainer.services.active_session import ActiveSession
from trainer.services.hearing import WorkoutSound, hearing_of
from trainer.services.ladder import easier_rungs
from trainer.services.library import Library
from trainer.services.training import NO_OCCASION, Occasion, Recovery, Training
from trainer.settings import EQUIPMENT, REDUCED_MOTION, UNITS, Settings
from trainer.ui.appearance import Appearance
from trainer.ui.background import Background
from trainer.ui.cue_player import SoundPlayer
from trainer.ui.main_window import MainWindow
from trainer.ui.session.on_desktop import OnDesktop
from trainer.ui.session.page import PlayerOptions, SessionPage
from trainer.ui.session_driver import SessionDriver


class Sessions(QObject):
    """Runs one session at a time over the whole window.

    `make_sound` gives a player for each session; None runs without sound. `desktop` keeps the screen awake
    and hands over media keys, where there is one. `names` is the folder of spoken names that no voice has.
    `full_screen` False stays in the window.
    """

    finished = Signal()
    """A session was ended in the log."""
    told = Signal(str)
    """A sentence for the foot of the window: why a session could not begin, or that it can be resumed."""
    left = Signal(str)
    """The id of a session that was left on purpose, before the window has its pages back."""
    ended = Signal()
    """The window has its pages back, whether the session was finished or left."""

    def __init__(
        self,
        window: MainWindow,
        training: Training,
        library: Library,
        clock: Clock,
        settings: Settings,
        appearance: Appearance,
        make_sound: Callable[[], SoundPlayer] | None = None,
        background: Background | None = None,
        desktop: Desktop | None = None,
        names: Path | None = None,
        *,
        full_screen: bool = True,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._training, self._library, self._clock = training, library, clock
        self._settings, self._appearance = settings, appearance
        self._make_sound = make_sound
        self._background = background
        self._desktop, self._names = desktop, names
        self._on_desktop: OnDesktop | None = None
        self._full_screen = full_screen
        self._was_whole = False
        self._sound: SoundPlayer | None = None
        self.page: SessionPage | None = None

    def start(self, workout: Workout, occasion: Occasion = NO_OCCASION) -> None:
        """Begins a session of the workout, for what `occasion` says; does nothing while one runs.

        One that was cut off is finished first as it stands: two would hide the older from Today.
        """
        self._try(partial(self._start, workout, occasion))

    def resume(self, recovery: Recovery) -> None:
        """Goes on with a session that was cut off; does nothing while one runs."""
        self._try(partial(self._resume, recovery))

    def save(self) -> None:
        """Writes what could not be written yet. Raises StoreError."""
        if self.page is not None:
            self.page.driver.active.record(())

    def close(self) -> None:
        """Ends the session's timer and sound, and lets the screen go; the session can be resumed."""
        if self._on_desktop is not None:
            self._on_desktop.close()
            self._on_desktop = None
        if self.page is not None:
            self.page.driver.stop()
            self.page = None
        if self._sound is not None:
            self._sound.close()
            self._sound = None

    def _start(self, workout: Workout, occasion: Occasion) -> None:
        before = self._training.finish_unfinished()
        self._show(self._training.begin(workout, occasion), 0)
        if before:
            self.told.emit(self.tr("The session before was finished as it stood."))

    def _resume(self, recovery: Recovery) -> None:
        self._show(*self._training.resume(recovery))

    def _try(self, begin: Callable[[], None]) -> None:
        if self.page is not None:
            return
        try:
            begin()
        except TrainerError as error:
            self.told.emit(str(error))

    def _show(self, active: ActiveSession, start_at: int | None) -> None:
        hearing = hearing_of(WorkoutSound(self._settings, active.log.workout_id), self._names)
        self._sound = None if self._make_sound is None else self._make_sound()
        if self._sound is not None:
            self._sound.start(hearing.voices)
        driver = SessionDriver(
            active,
            self._clock,
            self._sound,
            start_at=start_at or 0,
            hearing=hearing,
        )
        page = SessionPage(driver, self._appearance.theme, self._options(active))
        page.finished.connect(self.finished)
        page.finished.connect(self._on_page_ended)
        page.left.connect(self._on_page_left)
        self.page = page
        if self._desktop is not None:
            self._on_desktop = OnDesktop(driver, self._desktop, self._clock, page)
            self._on_desktop.wished.connect(page.do)
        self._was_whole = self._window.isFullScreen()
        self._window.cover(page)
        if self._full_screen:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        page.begin(all_done=start_at is None)

    def _on_page_left(self) -> None:
        if self.page is not None:
            self.left.emit(self.page.driver.active.log.id)
        self._on_page_ended()
        self.told.emit(self.tr("Left as it stands. It can be resumed on Today."))

    def _put_away(self, sound: SoundPlayer) -> None:
        """Ends the player where nobody waits for it: it may take a while to go."""
        if self._background is None:
            sound.close()
        else:
            self._background.submit(sound.close, self._on_sound_closed, self._on_sound_closed)

    def _on_sound_closed(self, _result: object) -> None:
        """There is nothing to do when it is gone."""

    def _options(self, active: ActiveSession) -> PlayerOptions:
        wanted = {item.exercise_id for item in active.timeline.workout.items}
        known = {one.id: one for one in self._library.exercises()}
        easier = self._easier(wanted, known)
        wanted |= {rung.id for rung in easier.values()}
        return PlayerOptions(
            unit=self._settings.get(UNITS),
            reduced_motion=self._settings.get(REDUCED_MOTION),
            last=self._training.last_results(wanted, but=active.log.id),
            lit={one: known[one].primary_muscles for one in wanted if one in known},
            easier=easier,
        )

    def _easier(self, ids: Iterable[str], known: Mapping[str, Exercise]) -> dict[str, Exercise]:
        """The rungs to swap to with what the athlete has, what the workout itself needs being at hand too."""
        needed = (known[one].equipment for one in ids if one in known)
        at_hand = self._settings.get(EQUIPMENT).union(*needed)
        return easier_rungs(ids, known, at_hand)

    def _on_page_ended(self) -> None:
        sound, self._sound = self._sound, None
        self.close()
        if sound is not None:
            self._put_away(sound)
        if not self._was_whole:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._window.uncover()
        self.ended.emit()
