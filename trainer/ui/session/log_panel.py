"""The log of the set just done: everything about it with one key or one large tile each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QDoubleValidator, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Kind, Side
from trainer.domain.pain import PLACES
from trainer.domain.session import SetLog
from trainer.errors import TrainerError
from trainer.services.just_done import JustDone
from trainer.ui.saying import said
from trainer.ui.session.figure_stand import figure_at_lean
from trainer.ui.session.keys import Act, Wish, wish_of
from trainer.ui.session.log_pages import GAP_PX, Choice, ChoicePage, EntryPage
from trainer.ui.session.tile import Tile
from trainer.ui.session.wording import KG_IN_LB, load_words, result_words, set_words, side_word, tr
from trainer.ui.theme import Theme
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_view import FigureView
from trainer.ui.widgets.text import Words

SAVED_MS = 2000
LOW_TILE_PX = 48
_PAIN_TEN = "T"


class LogPanel(QFrame):
    """Shows and changes what is logged of the set just done; *Saved* appears only when it is on disk."""

    hurt = Signal(object)
    """Pain was logged or taken back (`SetLog`)."""
    opened = Signal()
    """A leaf wants the keys."""
    closed = Signal()
    """No leaf wants the keys any more."""
    failed = Signal(str)
    saved = Signal()
    """The log could not be written; the sentence says why."""

    def __init__(
        self, just_done: JustDone, theme: Theme, unit: str = "kg", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lean_figure = FigureView(FigureColours.from_table(theme.figure))
        self._just_done = just_done
        self._unit = unit
        self._pain = 0
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Log of the set just done"))
        self._saved_timer_ms = QTimer(self, singleShot=True, interval=SAVED_MS)
        self._make_tiles()
        self._make_pages()
        self._leaves = QStackedLayout()
        for leaf in (self._main, self._rpe, self._pains, self._places, self._load, self._lean, self._note):
            self._leaves.addWidget(leaf)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(GAP_PX)
        column.addLayout(self._head())
        column.addLayout(self._leaves, 1)
        self._saved_timer_ms.timeout.connect(self._saved.hide)
        self.refresh()

    def refresh(self) -> None:
        """Shows the set that is now the one just done."""
        row = self._just_done.row
        self.setEnabled(row is not None)
        if row is None:
            return
        step = self._just_done.step
        number = f" · {set_words(step)}" if step else ""
        self._title.setText(row.exercise + number)
        hold = row.target.kind is Kind.HOLD
        self._result.set_face(self.tr("seconds") if hold else self.tr("reps"), "")
        self._result.set_value(f"{(row.hold_s if hold else row.reps) or 0:g}")
        self._rate.set_value("–" if row.rpe is None else f"{row.rpe:g}")
        self._ache.set_value("–" if row.pain is None else str(row.pain))
        self._weight.set_value(load_words(row.load_kg, self._unit) or "–")
        self._angle.set_value("–" if row.lean_deg is None else f"{row.lean_deg}°")
        self._lean_value.set_value("–" if row.lean_deg is None else f"{row.lean_deg}°")
        self._show_lean(row)
        self._words.set_value("…" if row.note else "–")
        self._warm.set_value(self.tr("yes") if row.warm_up else "–")
        self._angle.setVisible(step is not None and step.item.logs_lean)
        self._show_sides(row)

    def follow(self) -> None:
        """Goes back to the first leaf for a set that has just ended."""
        self._saved.hide()
        self._home()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._lean_figure.set_colours(FigureColours.from_table(theme.figure))

    def give_up_digits(self) -> None:
        """For the end of a session, where the digits rate the whole of it."""
        self._rate.set_key("")

    @property
    def asking(self) -> bool:
        """Whether a leaf is open that wants the keys for itself."""
        return self._leaves.currentWidget() is not self._main

    @property
    def lasting_tiles(self) -> list[Tile]:
        """Those that a press leaves where they are, or that open a leaf; the others close one."""
        return [*self._main.findChildren(Tile), *self._lean_steps]

    def take_key(self, event: QKeyEvent) -> bool:
        """Gives a key to the open leaf."""
        leaf = self._leaves.currentWidget()
        if isinstance(leaf, ChoicePage | EntryPage):
            return leaf.take_key(event)
        if leaf is self._lean:
            return self._take_lean_key(event)
        return False

    def take(self, wish: Wish) -> bool:
        """Does what was wished about the set just done; False when there is none, or it is no such wish."""
        if self._just_done.row is None:
            return False
        match wish.act:
            case Act.RESULT:
                self._write(partial(self._just_done.change_result, int(wish.amount)))
            case Act.RPE:
                self._write(partial(self._just_done.rate, wish.amount))
            case Act.PAIN:
                self._open(self._pains)
            case Act.LOAD:
                self._begin_load()
            case Act.LEAN:
                self._begin_lean()
            case Act.NOTE:
                self._begin_note()
            case Act.WARM_UP:
                self._write(self._just_done.warm_up)
            case _:
                return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A miss between two tiles is no click on the ground."""
        event.accept()

    def _make_tiles(self) -> None:
        self._fewer = Tile(self.tr("less"), "−", icon="minus")
        self._more = Tile(self.tr("more"), "+", icon="plus")
        self._result = Tile(self.tr("reps"))
        self._rate = Tile(self.tr("RPE"), "1–0", value="–")
        self._ache = Tile(self.tr("Pain"), "P", value="–")
        self._weight = Tile(self.tr("Load"), "L", value="–")
        self._angle = Tile(self.tr("Lean"), "A", value="–")
        self._words = Tile(self.tr("Note"), "N", value="–")
        self._warm = Tile(self.tr("Warm-up"), "W", value="–")
        self._side = Tile(self.tr("Side"), "", value="–")
        self._fewer.clicked.connect(self._on_fewer_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self._rate.clicked.connect(self._on_rate_clicked)
        self._ache.clicked.connect(self._on_ache_clicked)
        self._weight.clicked.connect(self._begin_load)
        self._angle.clicked.connect(self._begin_lean)
        self._words.clicked.connect(self._begin_note)
        self._warm.clicked.connect(self._on_warm_clicked)
        self._side.clicked.connect(self._on_side_clicked)

    def _make_pages(self) -> None:
        self._main = QWidget()
        grid = QGridLayout(self._main)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP_PX)
        tiles = (self._fewer, self._result, self._more, self._rate, self._ache, self._weight)
        for place, tile in enumerate(tiles):
            grid.addWidget(tile, place // 3, place % 3)
        last = QHBoxLayout()
        last.setSpacing(GAP_PX)
        for tile in (self._words, self._warm, self._angle, self._side):
            last.addWidget(tile)
        grid.addLayout(last, 2, 0, 1, 3)
        for line in range(3):
            grid.setRowStretch(line, 1)
            grid.setColumnStretch(line, 1)
        ratings = [Choice(str(rpe), str(rpe % 10), float(rpe)) for rpe in range(1, 11)]
        self._rpe = ChoicePage(self.tr("How hard was it? 10 is nothing left."), ratings, 3, LOW_TILE_PX)
        self._rpe.chosen.connect(self._on_rpe_chosen)
        pains = [Choice(str(pain), str(pain) if pain < 10 else _PAIN_TEN, pain) for pain in range(11)]
        self._pains = ChoicePage(self.tr("Pain in this set, 0–10?"), pains, 3, LOW_TILE_PX)
        self._pains.chosen.connect(self._on_pain_chosen)
        places = [Choice(tr(place.label), chr(ord("A") + at), place.id) for at, place in enumerate(PLACES)]
        self._places = ChoicePage(self.tr("Where?"), places, 3, LOW_TILE_PX)
        self._places.chosen.connect(self._on_place_chosen)
        validator = QDoubleValidator(0.0, 2000.0, 3, self)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        self._load = EntryPage(self.tr("Load in {0}").format(self._unit), validator, 8)
        self._load.entered.connect(self._on_load_entered)
        self._note = EntryPage(self.tr("Note"))
        self._note.entered.connect(self._on_note_entered)
        self._lean = self._lean_page()
        for leaf in (self._rpe, self._pains, self._places, self._load, self._note):
            leaf.left.connect(self._home)

    def _lean_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        question = self.tr("How far forward of upright did you keep control? Compare with the figure.")
        column.addWidget(Words(question, "small", wrap=True))
        column.addWidget(self._lean_figure, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        less, more = Tile(self.tr("5° less"), "−", icon="minus"), Tile(self.tr("5° more"), "+", icon="plus")
        self._lean_steps = (less, more)
        self._lean_value = Tile(self.tr("lean"), value="–")
        less.clicked.connect(self._on_lean_less_clicked)
        more.clicked.connect(self._on_lean_more_clicked)
        for tile in (less, self._lean_value, more):
            row.addWidget(tile)
        column.addLayout(row)
        ready = Tile(self.tr("Ready"), "Esc", icon="check")
        ready.clicked.connect(self._home)
        column.addWidget(ready)
        return page

    def _head(self) -> QHBoxLayout:
        self._title = Words("", "body", strong=True)
        self._title.setMinimumWidth(40)
        self._saved = Words(self.tr("Saved"), "small", tone="accent", strong=True)
        self._saved.hide()
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._saved)
        return row

    def _show_sides(self, row: SetLog) -> None:
        others = [one for one in self._just_done.rows if one.side is not row.side]
        self._side.setVisible(bool(others))
        self._side.set_value(side_word(row.side))
        if others:
            self._side.set_face(self.tr("other: {0}").format(result_words(others[0])), "")

    def _show_lean(self, row: SetLog) -> None:
        """The figure at the lean that is said, where there is one to compare with."""
        step = self._just_done.step
        figure = None if step is None else figure_at_lean(step.item, row.lean_deg)
        self._lean_figure.setVisible(figure is not None)
        if figure is not None:
            self._lean_figure.show_figure(figure)
            self._lean_figure.set_phase(1.0)

    def _write(self, change: Callable[[], None]) -> None:
        try:
            change()
        except TrainerError as error:
            self.refresh()
            self.failed.emit(str(error))
            return
        self.refresh()
        self._saved.show()
        self._saved_timer_ms.start()
        self.saved.emit()

    def _open(self, leaf: QWidget) -> None:
        self._leaves.setCurrentWidget(leaf)
        self.opened.emit()

    def _home(self) -> None:
        """Back to the first leaf; the keys are the session's again."""
        was_asking = self.asking
        self._leaves.setCurrentWidget(self._main)
        if was_asking:
            self.closed.emit()

    def _begin_load(self) -> None:
        row = self._just_done.row
        if row is not None:
            amount = "" if row.load_kg is None else load_words(row.load_kg, self._unit).split()[0]
            self._open(self._load)
            self._load.begin(amount)

    def _begin_lean(self) -> None:
        step = self._just_done.step
        if step is not None and step.item.logs_lean:
            self._open(self._lean)
            if self._just_done.row is not None and self._just_done.row.lean_deg is None:
                self._write(partial(self._just_done.lean, 0))

    def _begin_note(self) -> None:
        row = self._just_done.row
        if row is not None:
            self._open(self._note)
            self._note.begin(row.note)

    def _take_lean_key(self, event: QKeyEvent) -> bool:
        wish = wish_of(event)
        if wish is None or wish.act not in (Act.RESULT, Act.REST, Act.LEAVE, Act.DONE, Act.LEAN):
            return False
        if wish.act in (Act.RESULT, Act.REST):
            self._write(partial(self._just_done.lean, 1 if wish.amount > 0 else -1))
        else:
            self._home()
        return True

    def _on_fewer_clicked(self) -> None:
        self.take(Wish(Act.RESULT, -1))

    def _on_more_clicked(self) -> None:
        self.take(Wish(Act.RESULT, 1))

    def _on_rate_clicked(self) -> None:
        self._open(self._rpe)

    def _on_ache_clicked(self) -> None:
        self.take(Wish(Act.PAIN))

    def _on_warm_clicked(self) -> None:
        self.take(Wish(Act.WARM_UP))

    def _on_side_clicked(self) -> None:
        row = self._just_done.row
        if row is not None:
            self._just_done.choose(Side.LEFT if row.side is Side.RIGHT else Side.RIGHT)
            self.refresh()

    def _on_lean_less_clicked(self) -> None:
        self._write(partial(self._just_done.lean, -1))

    def _on_lean_more_clicked(self) -> None:
        self._write(partial(self._just_done.lean, 1))

    def _on_rpe_chosen(self, rpe: float) -> None:
        self._home()
        self._write(partial(self._just_done.rate, rpe))

    def _on_pain_chosen(self, pain: int) -> None:
        self._pain = pain
        if pain:
            self._places.ask(self.tr("Pain {0}. Where?").format(pain))
            self._places.warn(said("session-stop-signs"))
            self._open(self._places)
        else:
            self._on_place_chosen("")

    def _on_place_chosen(self, place_id: str) -> None:
        self._home()
        self._write(partial(self._just_done.hurt, self._pain, place_id))
        if self._just_done.row is not None:
            self.hurt.emit(self._just_done.row)

    def _on_load_entered(self, text: str) -> None:
        amount, understood = QLocale().toDouble(text) if text else (0.0, True)
        if not understood:
            return
        load_kg = amount * KG_IN_LB if self._unit == "lb" else amount
        self._home()
        self._write(partial(self._just_done.load, load_kg if text else None))

    def _on_note_entered(self, text: str) -> None:
        self._home()
        self._write(partial(self._just_done.note, text))
