"""The builder as pictures show it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest

from trainer.ui.builder.bench import Bench
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.main_window import MainWindow


class BuilderViews:
    """Opens the builder over Today."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def views(self) -> list[tuple[str, Callable[[], None]]]:
        return [("builder", self.copy), ("builder-new", self.new), ("builder-sets", self.sets)]

    def copy(self) -> None:
        self._bench().copy("hamstrings-for-runners")

    def new(self) -> None:
        self._bench().new()

    def sets(self) -> None:
        self._bench().copy("hamstrings-for-runners")
        dialog = self._window.findChildren(BuilderDialog)[-1]
        dialog.acts.join([1, 2])
        dialog.rows.choose([1])
        assert dialog.editor.sets is not None
        dialog.editor.sets.fold.setChecked(True)
        QTest.qWait(100)
        dialog.area.verticalScrollBar().setValue(200)

    def _bench(self) -> Bench:
        self._window.show_page("today")
        bench = self._window.findChild(Bench)
        assert isinstance(bench, Bench)
        return bench
