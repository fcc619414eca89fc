"""The states of the library that `tests.screenshots` takes pictures of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from trainer.ui.library.form import ExerciseForm
from trainer.ui.library.ladder import LadderView
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import Act


class LibraryViews:
    """Each brings the window's library into a state."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def views(self) -> list[tuple[str, Callable[[], None]]]:
        """By name, in an order in which each leaves the next one a clean page."""
        return [
            ("library", self.cards),
            ("filters", self.filters),
            ("nothing", self.nothing),
            ("detail", self.detail),
            ("detail-end", self.detail_end),
            ("ladder", self.ladder),
            ("own", self.own),
            ("form-empty", self.form_empty),
            ("form", self.form),
            ("form-end", self.form_end),
            ("figures", self.figures),
            ("card-menu", self.card_menu),
            ("new-workout", self.new_workout),
        ]

    def page(self) -> LibraryPage:
        """The library in front, with nothing open on it."""
        self._window.show_page("library")
        page = self._window.page("library")
        assert isinstance(page, LibraryPage)
        page.show_all()
        page.overview.search.clear()
        page.overview.filters.clear()
        return page

    def cards(self) -> None:
        page = self.page()
        page.overview.cards.setFocus()
        page.overview.cards.choose(2)

    def filters(self) -> None:
        overview = self.page().overview
        overview.filters_button.setChecked(True)
        overview.filters.set_muscles(["hamstrings", "buttocks"])
        overview.filters.chip("mine", "star").setChecked(True)

    def nothing(self) -> None:
        self.page().overview.search.setText("zzzz")

    def detail(self) -> None:
        self.page().show_exercise("nordic-hamstring-curl")

    def detail_end(self) -> None:
        self.detail()
        self._to_the_end()

    def ladder(self) -> None:
        page = self.page()
        page.show_exercise("single-leg-rdl")
        QTest.qWait(100)
        shown = page.currentWidget()
        ladder, area = shown.findChild(LadderView), shown.findChild(QScrollArea)
        area.verticalScrollBar().setValue(ladder.mapTo(area.widget(), ladder.rect().topLeft()).y() - 80)

    def own(self) -> None:
        self.page().show_exercise("own-1")

    def form_empty(self) -> None:
        page = self.page()
        page.do(Act.NEW)
        form = page.currentWidget()
        assert isinstance(form, ExerciseForm)
        form.save()

    def form(self) -> None:
        page = self.page()
        page.show_exercise("nordic-hamstring-curl")
        page.do(Act.OWN)

    def form_end(self) -> None:
        self.form()
        self._to_the_end()

    def figures(self) -> None:
        self.form()
        form = self._window.page("library").currentWidget()  # type: ignore[union-attr]
        assert isinstance(form, ExerciseForm)
        form.fields.figure.choose()

    def card_menu(self) -> None:
        page = self.page()
        cards = page.overview.cards
        cards.choose(1)
        cards.menu_requested.emit(cards.current.id, self._window.mapToGlobal(cards.rect().center()))

    def new_workout(self) -> None:
        acts = self.page()._acts
        assert acts is not None
        acts.add_to_new("diver")

    def _to_the_end(self) -> None:
        QTest.qWait(100)
        page = self._window.page("library")
        assert isinstance(page, LibraryPage)
        bar = page.currentWidget().findChild(QScrollArea).verticalScrollBar()
        bar.setValue(bar.maximum())
