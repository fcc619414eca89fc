"""The window's life: it shows itself, then the log is opened on the worker, then the pages come."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.errors import TrainerError
from trainer.paths import Paths
from trainer.settings import APPEARANCE, TEXT_SIZE, Settings
from trainer.ui.actions import Command
from trainer.ui.appearance import Appearance
from trainer.ui.background import Background
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import HISTORY, LEARN, LIBRARY, PLANS, SETTINGS, TODAY, Act, PageSpec
from trainer.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.services.safekeeping import Backup
    from trainer.ui.desk import Desk
    from trainer.ui.opening_problem import OpeningProblem
    from trainer.ui.work import Work

log = logging.getLogger(__name__)


class Shell(QObject):
    """Opens the log once the window was painted, gives it its pages, and closes all of it at the end."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        settings: Settings,
        paths: Paths,
        open_desk: Callable[[], Desk],
    ) -> None:
        super().__init__(window)
        self._window, self._appearance, self._settings, self._paths = window, appearance, settings, paths
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._work: Work | None = None
        self._problem: OpeningProblem | None = None
        self.background = Background(self)
        self._add_pages()
        self._add_commands()
        self._waiting = Page(self.tr("Today"))
        window.show_message(self._waiting)
        window.sidebar.mark(TODAY)
        window.first_painted.connect(self.open_log)
        window.closing.connect(self._on_window_closing)
        window.files_dropped.connect(self._on_files_dropped)
        settings.on_change(self._on_settings_changed)

    @property
    def desk(self) -> Desk | None:
        """The open log with its services, once it is open."""
        return self._desk

    def open_log(self) -> None:
        """Opens the log on the worker; the pages come when it is open."""
        self.background.submit(self._open, self._on_opened, self._on_open_failed)

    def save_all(self) -> None:
        """Writes what a session under way has not written yet; called before a crash is told."""
        if self._work is not None:
            self._work.save()

    def _open(self) -> Desk:
        # Kept here, in the worker, so that a window closed meanwhile still closes the store.
        self._desk = self._open_desk()
        # Start-up: what is loaded now stays till the window closes; a look for garbage takes 30 ms.
        gc.freeze()
        return self._desk

    def _on_reopen_requested(self, meanwhile: Callable[[], object]) -> None:
        """Closes the log, does what is to be done meanwhile, and opens it again."""
        if self._work is not None:
            self._work.close()
            self._work = None
        self._window.forget_pages()
        self._window.show_message(self._waiting)
        self.background.submit(partial(self._reopen, meanwhile), self._on_opened, self._on_open_failed)

    def _reopen(self, meanwhile: Callable[[], object]) -> Desk:
        try:
            meanwhile()
        finally:
            if self._desk is not None:
                self._desk.close()
        return self._open()

    def _on_opened(self, desk: Desk) -> None:
        from trainer.ui.work import Work  # start-up: the pages load after the first paint

        if self._problem is not None:
            self._window.drop_message(self._problem)
            self._problem = None
        self._work = Work(self._window, self._appearance, self._settings, self._paths, desk, self.background)
        self._work.reopen_requested.connect(self._on_reopen_requested)
        self._window.set_ready()

    def _on_open_failed(self, error: TrainerError) -> None:
        log.warning("The log was not opened: %s", error)
        if self._problem is None:
            from trainer.ui.opening_problem import OpeningProblem  # start-up: it mostly opens

            self._problem = OpeningProblem(self._paths.backups)
            self._problem.asked.connect(self.open_log)
            self._problem.restore_requested.connect(self._on_problem_restore_requested)
            self._window.show_message(self._problem)
        self._problem.tell(error)

    def _on_problem_restore_requested(self, backup: Backup) -> None:
        if self._problem is not None:
            self._problem.setEnabled(False)
        self.background.submit(partial(self._restored, backup), self._on_opened, self._on_open_failed)

    def _restored(self, backup: Backup) -> Desk:
        from trainer.services.clock import SystemClock  # start-up: as above
        from trainer.services.safekeeping import restore_backup

        restore_backup(self._paths, backup.path, SystemClock())
        return self._open()

    def _add_pages(self) -> None:
        window = self._window
        window.add_page(PageSpec(TODAY, self.tr("Today"), "calendar-check", self._make_today))
        window.add_page(PageSpec(LIBRARY, self.tr("Library"), "library-big", self._make_library))
        window.add_page(PageSpec(PLANS, self.tr("Plans"), "calendar-range", self._make_plans))
        window.add_page(PageSpec(HISTORY, self.tr("History"), "chart-column", self._make_history))
        window.add_page(PageSpec(LEARN, self.tr("Learn"), "graduation-cap", self._make_learn))
        window.add_page(
            PageSpec(SETTINGS, self.tr("Settings"), "settings", self._make_settings, at_bottom=True)
        )

    def _add_commands(self) -> None:
        window, file, edit = self._window, self.tr("&File"), self.tr("&Edit")
        view, help_ = self.tr("&View"), self.tr("&Help")
        window.add_command(
            file, Command("export", self.tr("&Export log as CSV…"), ("Ctrl+E",), self._on_export_asked)
        )
        window.add_command(file, Command("import", self.tr("&Import…"), ("Ctrl+I",), self._on_import_asked))
        window.add_command(
            file, Command("report", self.tr("Report as &PDF…"), ("Ctrl+P",), self._on_report_asked)
        )
        window.add_command(
            file,
            Command("add_run", self.tr("Add a &run…"), ("Ctrl+R",), self._on_add_run_asked),
            apart=True,
        )
        window.add_command(
            file, Command("hurts", self.tr("What &hurts?…"), ("Ctrl+H",), self._on_hurts_asked)
        )
        window.add_command(file, Command("quit", self.tr("&Quit"), ("Ctrl+Q",), window.close), apart=True)
        window.add_command(edit, Command("undo", self.tr("&Undo"), ("Ctrl+Z",), self._on_undo_asked))
        window.add_command(edit, Command("redo", self.tr("&Redo"), ("Ctrl+Shift+Z",), self._on_redo_asked))
        window.add_command(edit, Command("find", self.tr("&Find…"), ("Ctrl+F",), window.search), apart=True)
        window.add_command(
            edit, Command("settings", self.tr("&Settings"), ("Ctrl+,",), self._on_settings_asked), apart=True
        )
        self._add_exercise_commands(self.tr("E&xercise"))
        workout = self.tr("&Workout")
        window.add_command(
            workout,
            Command("new_workout", self.tr("&New workout…"), ("Ctrl+Shift+N",), self._on_new_workout_asked),
        )
        window.add_command(
            workout,
            Command(
                "edit_workout", self.tr("&Edit or copy…"), ("Ctrl+Shift+E",), self._on_edit_workout_asked
            ),
        )
        window.add_page_commands(view)
        window.add_command(
            view,
            Command("full_screen", self.tr("F&ull screen"), ("F11",), window.toggle_full_screen),
            apart=True,
        )
        window.add_command(
            help_, Command("shortcuts", self.tr("&Keyboard shortcuts"), ("F1",), window.show_shortcuts)
        )
        window.add_command(help_, Command("safety", self.tr("&Safety"), (), self._on_safety_asked))

    def _add_exercise_commands(self, menu: str) -> None:
        commands = (
            (Act.NEW, self.tr("&New exercise…"), "Ctrl+N"),
            (Act.STAR, self.tr("&Favourite, or not"), "Ctrl+B"),
            (Act.ADD, self.tr("&Add to workout…"), "Ctrl+Shift+A"),
            (Act.OWN, self.tr("&Make my own version…"), "Ctrl+D"),
            (Act.EDIT, self.tr("&Edit…"), "F2"),
            (Act.DELETE, self.tr("&Delete"), "Ctrl+Del"),
        )
        for act, label, key in commands:
            command = Command(f"exercise_{act}", label, (key,), partial(self._on_act_asked, act))
            self._window.add_command(menu, command, apart=act is Act.STAR)

    def _made(self) -> Work:
        if self._work is None:
            raise RuntimeError("no page is made before the log is open")
        return self._work

    def _make_today(self) -> QWidget:
        return self._made().make_today()

    def _make_library(self) -> QWidget:
        return self._made().make_library()

    def _make_plans(self) -> QWidget:
        return self._made().make_plans()

    def _make_history(self) -> QWidget:
        return self._made().make_history()

    def _make_learn(self) -> QWidget:
        return self._made().make_learn()

    def _make_settings(self) -> QWidget:
        return self._made().make_settings()

    def _on_export_asked(self) -> None:
        if self._work is not None:
            self._work.files.export()

    def _on_report_asked(self) -> None:
        if self._work is not None:
            self._work.files.report()

    def _on_import_asked(self) -> None:
        if self._work is not None:
            self._work.files.import_file()

    def _on_files_dropped(self, files: list[str]) -> None:
        if self._work is not None:
            self._work.files.import_dropped(files)

    def _on_add_run_asked(self) -> None:
        if self._work is not None:
            self._work.add_run()

    def _on_hurts_asked(self) -> None:
        if self._work is not None:
            self._work.ask_what_hurts()

    def _on_undo_asked(self) -> None:
        if self._work is not None:
            self._work.undo()

    def _on_redo_asked(self) -> None:
        if self._work is not None:
            self._work.redo()

    def _on_act_asked(self, act: Act) -> None:
        if self._work is not None:
            self._work.act(act)

    def _on_new_workout_asked(self) -> None:
        if self._work is not None:
            self._work.bench.new()

    def _on_edit_workout_asked(self) -> None:
        if self._work is not None:
            self._work.bench.choose()

    def _on_safety_asked(self) -> None:
        if self._work is not None:
            self._work.show_safety()

    def _on_settings_asked(self) -> None:
        self._window.show_page(SETTINGS)

    def _on_settings_changed(self, key: str) -> None:
        if key == APPEARANCE.key:
            self._appearance.choose(self._settings.get(APPEARANCE))
        elif key == TEXT_SIZE.key:
            self._appearance.set_text_percent(int(self._settings.get(TEXT_SIZE)))

    def _on_window_closing(self) -> None:
        try:
            if self._work is not None:
                self._work.close()
        finally:
            # A fault while closing must leave neither a running thread nor a locked log.
            self.background.close()
            gc.unfreeze()
            if self._desk is not None:
                self._desk.close()
