"""The pages on the open log, and the ways between them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.complaint import Complaint
from trainer.domain.workout import Workout
from trainer.errors import TrainerError
from trainer.paths import Paths
from trainer.services.erasing import erase
from trainer.services.hearing import Kept
from trainer.services.reminding import Reminders
from trainer.services.training import NO_OCCASION, Occasion, Recovery
from trainer.services.trial import trial_of
from trainer.settings import UNITS, Settings
from trainer.ui.appearance import Appearance
from trainer.ui.background import Background
from trainer.ui.builder.bench import Bench
from trainer.ui.changes import Changes
from trainer.ui.desk import Desk
from trainer.ui.files import Files
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import HISTORY, LEARN, LIBRARY, PLANS, TODAY, Act, Acts, ShowsExercises, ShowsPlans
from trainer.ui.reminding import Reminding
from trainer.ui.spoken_names import SpokenNames
from trainer.ui.today.intake_gate import IntakeGate
from trainer.ui.today.page import TodayPage
from trainer.ui.undoing import Undoing

if TYPE_CHECKING:
    from trainer.services.safekeeping import Backup, Safekeeping
    from trainer.ui.history.runs_card import RunsCard
    from trainer.ui.history.sessions_card import SessionsCard
    from trainer.ui.hurts.hurts import Hurts
    from trainer.ui.learn.page import LearnPage
    from trainer.ui.library.page import LibraryPage
    from trainer.ui.session.sessions import Sessions
    from trainer.ui.settings.listening import Listening
    from trainer.ui.settings.page import SettingsPage


class Work(QObject):
    """Makes the pages when they are first visited and leads from one to another.

    `reopen_requested` carries what is to be done while the log is closed.
    """

    reopen_requested = Signal(object)
    session_left = Signal(str)
    """The id of a session that was left on purpose."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        settings: Settings,
        paths: Paths,
        desk: Desk,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._window, self._appearance, self._settings = window, appearance, settings
        self._paths, self._desk, self._background = paths, desk, background
        self._changes = Changes(desk.store.subscribe, self)
        self._gate = IntakeGate(settings, desk.library, window)
        self._gate.passed.connect(self.start)
        self._gate.told.connect(window.toast.say)
        self._names = SpokenNames(desk.library, settings, paths.names, desk.make_sound, background, self)
        self._changes.changed.connect(self._names.on_change)
        self.bench = Bench(window, appearance, settings, desk, self.undo)
        self.files = Files(window, settings, desk, background, paths)
        reminders = Reminders(desk.store, desk.clock, settings, desk.store.open_complaints)
        self._reminding = Reminding(window, reminders, settings, desk.make_desktop, self)
        self.undoing = Undoing(desk.store, background, window)
        self.undoing.told.connect(window.toast.say)
        self.sessions: Sessions | None = None
        self.listening: Listening | None = None
        self.runs: RunsCard | None = None
        self.hurts: Hurts | None = None

    def make_today(self) -> TodayPage:
        page = TodayPage(self._desk, self._settings, self._appearance.theme)
        page.start_requested.connect(self.start)
        page.resume_requested.connect(self.resume)
        page.exercise_requested.connect(self.show_exercise)
        page.told.connect(self._window.toast.say)
        page.done.connect(self._say_with_undo)
        page.undo_requested.connect(self.undo)
        page.listen_requested.connect(self.listen)
        page.safety_requested.connect(self.show_safety)
        page.hurts_requested.connect(self.ask_what_hurts)
        page.fine_requested.connect(self.say_fine)
        page.plan_requested.connect(self.show_plan)
        page.edit_requested.connect(self.bench.edit)
        page.copy_requested.connect(self.bench.copy)
        self.session_left.connect(page.on_session_left)
        self._changes.changed.connect(page.on_change)
        return page

    def make_library(self) -> LibraryPage:
        # Start-up: not on the first page.
        from trainer.ui.library.acts import ExerciseActs
        from trainer.ui.library.page import LibraryPage

        acts = ExerciseActs(self._desk.library, self._desk.own)
        acts.told.connect(self._window.toast.say)
        acts.done.connect(self._say_with_undo)
        acts.build_requested.connect(self.bench.new)
        page = LibraryPage(
            self._desk.library,
            self._settings,
            self._appearance.theme,
            acts=acts,
            background=self._background,
            performances=self._desk.store.performances,
        )
        page.told.connect(self._window.toast.say)
        page.offered.connect(self._window.toast.say)
        # The first keystroke is to be as quick as those after it.
        self._background.submit(
            self._desk.library.prepare_search, self._on_search_prepared, self._on_work_failed
        )
        page.try_requested.connect(self._on_try_requested)
        self._changes.changed.connect(page.on_change)
        return page

    def make_plans(self) -> QWidget:
        from trainer.ui.plans.making import make_plans  # start-up: not on the first page

        page = make_plans(self._desk, self._settings, self._background, self._window)
        page.told.connect(self._window.toast.say)
        page.done.connect(self._say_with_undo)
        page.today_requested.connect(partial(self._window.show_page, TODAY))
        page.exercise_requested.connect(self.show_exercise)
        self._changes.changed.connect(page.on_change)
        return page

    def make_history(self) -> QWidget:
        # Start-up: charts load when they are first shown.
        from trainer.services.history import History
        from trainer.ui.history.page import HistoryPage

        desk = self._desk
        history = History(desk.store, desk.clock, desk.library.exercises)
        theme, sessions = self._appearance.theme, self._sessions_card()
        page = HistoryPage(history, sessions, self._background, theme, self._load_unit)
        page.export_requested.connect(self.files.export)
        page.import_requested.connect(self.files.import_file)
        page.report_requested.connect(self.files.report)
        page.told.connect(self._window.toast.say)
        self._changes.changed.connect(page.on_change)
        self.runs = self._runs_card()
        page.body.insertWidget(page.body.count() - 1, self.runs)
        return page

    def _load_unit(self) -> str:
        return str(self._settings.get(UNITS))

    def _sessions_card(self) -> SessionsCard:
        from trainer.services.editing import Editing
        from trainer.services.past_session import PastSessions
        from trainer.ui.history.session_acts import SessionActs
        from trainer.ui.history.sessions_card import SessionsCard

        store, clock = self._desk.store, self._desk.clock
        acts = SessionActs(Editing(store, clock), PastSessions(store, clock))
        card = SessionsCard(acts, self._desk.library, self._background, self._load_unit)
        card.done.connect(self._say_with_undo)
        card.told.connect(self._window.toast.say)
        return card

    def _runs_card(self) -> RunsCard:
        from trainer.services.runs import Runs
        from trainer.ui.history.runs_card import RunsCard

        library = self._desk.library
        claims = [(claim, library.references(claim)) for claim in library.claims_for("runs")]
        card = RunsCard(Runs(self._desk.store, self._desk.clock), self._background, claims)
        card.done.connect(self._say_with_undo)
        card.told.connect(self._window.toast.say)
        self._changes.changed.connect(card.on_change)
        return card

    def add_run(self) -> None:
        """Asks for a run that was done, on the page that lists them."""
        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
            return
        self._window.show_page(HISTORY)
        if self.runs is not None:
            self.runs.add()

    def ask_what_hurts(self, place_id: str = "") -> None:
        """Opens *What hurts?*, at a place if one is named."""
        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
            return
        self._hurts().ask(place_id)

    def say_fine(self, complaint: Complaint) -> None:
        """It is fine again where that complaint was."""
        self._hurts().end(complaint)

    def _hurts(self) -> Hurts:
        # Start-up: asked for later, if at all.
        from trainer.ui.hurts.hurts import Hurts

        if self.hurts is None:
            desk = self._desk
            self.hurts = Hurts(desk.hurting, desk.library, self._appearance, self._window)
            self.hurts.start_requested.connect(self._gate.let_through)
            self.hurts.exercise_requested.connect(self.show_exercise)
            self.hurts.done.connect(self._say_with_undo)
            self.hurts.told.connect(self._window.toast.say)
        return self.hurts

    def make_learn(self) -> LearnPage:
        from trainer.ui.learn.page import LearnPage  # start-up: not on the first page

        page = LearnPage(self._desk.library, self._settings, self._appearance.theme)
        page.told.connect(self._window.toast.say)
        return page

    def show_safety(self) -> None:
        """Opens what the app says of safety, on the page where one learns."""
        from trainer.ui.learn.page import SAFETY, LearnPage  # start-up: not on the first page

        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
            return
        self._window.show_page(LEARN)
        page = self._window.page(LEARN)
        if isinstance(page, LearnPage):
            page.show_section(SAFETY)

    def make_settings(self) -> SettingsPage:
        from trainer.ui.settings.page import SettingsPage  # start-up: not on the first page

        page = SettingsPage(
            self._settings, self._desk.library, self._safekeeping(), self._paths, self._background
        )
        page.told.connect(self._window.toast.say)
        page.listen_requested.connect(self.listen)
        page.restore_requested.connect(self._on_restore_requested)
        page.delete_requested.connect(self._on_delete_requested)
        return page

    def act(self, act: Act) -> None:
        """Does in the library what the menu asks for, once an exercise is chosen there."""
        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
            return
        if act is Act.NEW:
            self._window.show_page(LIBRARY)
        page: object = self._window.page(LIBRARY) if self._window.page_id == LIBRARY else None
        if isinstance(page, Acts):
            page.do(act)
        else:
            self._window.toast.say(self.tr("Choose an exercise in the library first."))

    def undo(self) -> None:
        """Takes back the last change that can be taken back."""
        self.undoing.undo()

    def redo(self) -> None:
        """Does again what was taken back last."""
        self.undoing.redo()

    def save(self) -> None:
        """Writes what a session under way has not written yet."""
        if self.sessions is not None:
            self.sessions.save()

    def close(self) -> None:
        """Ends all sound, and what listens to the store or looks at the clock."""
        self._reminding.close()
        if self.listening is not None:
            self.listening.close()
        if self.sessions is not None:
            self.sessions.close()
        self._changes.close()

    def start(self, workout: Workout, occasion: Occasion = NO_OCCASION) -> None:
        """Begins a session of the workout, for what `occasion` says, wherever it was asked for.

        Where a clinician comes first, that is told instead.
        """
        if self._stopped(workout):
            return
        self._hush()
        self._names.prepare()
        self._player().start(workout, occasion)

    def resume(self, recovery: Recovery) -> None:
        """Goes on with a session that was cut off, unless a clinician comes first by now."""
        if recovery.session.course is not None and self._stopped(recovery.session.course):
            return
        self._hush()
        self._player().resume(recovery)

    def _stopped(self, workout: Workout) -> bool:
        try:
            reason = self._desk.coach.stopped(workout)
            told = "" if reason is None else self._desk.coach.told(reason).text
        except TrainerError as error:
            told = str(error)
        if told:
            self._window.toast.say(told)
        return bool(told)

    def listen(self, kept: Kept) -> None:
        """Lets a few cues be heard as a session would sound by these settings."""
        from trainer.ui.settings.listening import Listening  # start-up: asked for later, if at all

        if self.listening is None:
            self.listening = Listening(self._desk.make_sound, self._desk.clock, self._background, self)
        self.listening.play(kept)

    def _hush(self) -> None:
        if self.listening is not None:
            self.listening.stop()

    def show_plan(self, plan_id: str) -> None:
        """Opens a plan on the plans page."""
        self._window.show_page(PLANS)
        page: object = self._window.page(PLANS)
        if isinstance(page, ShowsPlans):
            page.show_plan(plan_id)

    def show_exercise(self, exercise_id: str) -> None:
        """Opens an exercise in the library."""
        self._window.show_page(LIBRARY)
        page: object = self._window.page(LIBRARY)
        if isinstance(page, ShowsExercises):
            page.show_exercise(exercise_id)

    def _player(self) -> Sessions:
        """Begins and ends sessions; made with the first one."""
        if self.sessions is None:
            from trainer.ui.session.sessions import Sessions  # start-up: loads with the first session

            desk = self._desk
            self.sessions = Sessions(
                self._window,
                desk.training,
                desk.library,
                desk.clock,
                self._settings,
                self._appearance,
                desk.make_sound,
                self._background,
                desk.make_desktop(),
                self._paths.names,
            )
            self.sessions.finished.connect(self._on_session_finished)
            self.sessions.left.connect(self.session_left)
            self.sessions.told.connect(self._window.toast.say)
        return self.sessions

    def _safekeeping(self) -> Safekeeping:
        return self.files.safekeeping()

    def _say_with_undo(self, text: str) -> None:
        self._window.toast.say(text, self.tr("Undo"), self.undo)

    def _on_session_finished(self) -> None:
        """Backs the log up, out of the window's way; a failure is told, the session is safe in any case."""
        backup = partial(self._safekeeping().backup, "session")
        self._background.submit(backup, self._on_backup_made, self._on_work_failed)

    def _on_backup_made(self, _path: Path) -> None:
        """Nothing to tell: Settings shows how old the newest is."""

    def _on_work_failed(self, error: TrainerError) -> None:
        self._window.toast.say(str(error))

    def _on_search_prepared(self, _nothing: None) -> None:
        """Nothing to tell: the next search finds its index."""

    def _on_try_requested(self, exercise_id: str) -> None:
        self._gate.let_through(trial_of(self._desk.library.exercise(exercise_id)))

    def _on_restore_requested(self, backup: Backup) -> None:
        self.reopen_requested.emit(partial(self._safekeeping().restore, backup.path))

    def _on_delete_requested(self) -> None:
        # Else the window, when it closes, would write what it remembers beside its own place.
        self._settings.forget_all()
        self.reopen_requested.emit(self._erase)

    def _erase(self) -> None:
        self._desk.close()
        erase(self._paths)
