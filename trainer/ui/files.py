"""What goes out of the log and comes into it as files: exports, reports, imports, backups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from trainer.domain.session import local_date
from trainer.paths import Paths
from trainer.settings import UNITS, Settings
from trainer.ui.background import Background
from trainer.ui.desk import Desk
from trainer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from trainer.services.safekeeping import Safekeeping
    from trainer.ui.exporting import Exporting
    from trainer.ui.importing import Importing
    from trainer.ui.report.reporting import Reporting


class Files(QObject):
    """Asks over the window and works on the worker; each part is made when it is first asked for."""

    def __init__(
        self, window: MainWindow, settings: Settings, desk: Desk, background: Background, paths: Paths
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, desk
        self._background, self._paths = background, paths
        self.exporting: Exporting | None = None
        self.importing: Importing | None = None
        self.reporting: Reporting | None = None

    def safekeeping(self) -> Safekeeping:
        """Makes and restores backups."""
        from trainer.services.safekeeping import Safekeeping  # start-up: not for the first page

        return Safekeeping(self._desk.store, self._paths, self._desk.clock)

    def export(self) -> None:
        """Asks for a file and writes the log to it."""
        # Start-up: an export is asked for later, if at all.
        from trainer.services.transfer import Transfer
        from trainer.ui.exporting import Exporting

        clock = self._desk.clock
        if self.exporting is None:
            self.exporting = Exporting(Transfer(self._desk.store, clock), self._background, self._window)
            self.exporting.told.connect(self._window.toast.say)
        self.exporting.ask(f"stride-log-{local_date(clock.utc_now(), clock.time_zone())}.csv")

    def report(self) -> None:
        """Asks for weeks and a file, and writes a report of them to it."""
        # Start-up: a report is asked for later, if at all.
        from trainer.services.report import Reports
        from trainer.ui.report.reporting import Reporting

        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
            return
        desk = self._desk
        if self.reporting is None:
            reports = Reports(desk.store, desk.clock, desk.library.exercises)
            self.reporting = Reporting(
                reports, self._background, partial(self._settings.get, UNITS), self._window
            )
            self.reporting.told.connect(self._window.toast.say)
            self.reporting.written.connect(self._on_reporting_written)
        self.reporting.ask()

    def _on_reporting_written(self, path: Path) -> None:
        shown = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self._window.toast.say(self.tr("Report saved: {0}.").format(path.name), self.tr("Open"), shown)

    def import_file(self) -> None:
        """Asks for a CSV file and shows what its import would do."""
        self._importer().ask()

    def import_dropped(self, files: Sequence[str]) -> None:
        """Shows what the import of a file would do that was dragged onto the window."""
        if len(files) > 1:
            self._window.toast.say(self.tr("Drag one file at a time onto the window."))
            return
        self._importer().look_at(files[0])

    def _may_import(self) -> bool:
        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it, then import."))
        return not self._window.covered

    def _importer(self) -> Importing:
        # Start-up: an import is asked for later, if at all.
        from trainer.services.transfer import Transfer
        from trainer.ui.importing import Importing

        if self.importing is None:
            transfer = Transfer(self._desk.store, self._desk.clock)
            self.importing = Importing(
                transfer,
                self._may_import,
                self._back_up_before_import,
                self._background,
                self._window,
                partial(self._settings.get, UNITS),
            )
            self.importing.told.connect(self._window.toast.say)
            self.importing.imported.connect(self._on_imported)
        return self.importing

    def _back_up_before_import(self) -> None:
        if self._desk.store.set_count():
            self.safekeeping().backup("import")

    def _on_imported(self, text: str, take_back: Callable[[], object]) -> None:
        self._window.toast.say(text, self.tr("Undo"), take_back)
