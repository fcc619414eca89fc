"""Choosing, by its picture, the shipped figure that shows an exercise of one's own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.figure.loading import has_figure
from trainer.services.library import Library
from trainer.settings import REDUCED_MOTION, Settings
from trainer.ui.icons import icon_pixmap
from trainer.ui.library.card_view import CardView
from trainer.ui.library.model import ExerciseModel
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Words

NO_FIGURE_PX = 32
PICTURE = QSize(200, 144)
DIALOG, MARGIN = QSize(760, 520), QSize(40, 40)


class FigureField(QFrame):
    """The figure that was chosen, with what chooses another or none; `changed` tells when it did."""

    changed = Signal()

    def __init__(
        self, library: Library, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._settings, self._theme = library, settings, theme
        self._thumbnails = Thumbnails(theme.figure)
        self.figure = ""
        self._picture = QLabel()
        self._picture.setFixedSize(PICTURE)
        self._picture.setProperty("stage", True)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = Words(size="small", tone="muted", wrap=True)
        self.choose_button = Button(self.tr("Choose a figure…"))
        self.choose_button.clicked.connect(self.choose)
        self.none_button = Button(self.tr("No figure"), "quiet")
        self.none_button.clicked.connect(self._on_none_clicked)
        self.setFocusProxy(self.choose_button)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.words)
        for button in (self.choose_button, self.none_button):
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        self._show()

    @property
    def shown(self) -> Exercise | None:
        """The shipped exercise whose figure it is."""
        found = (one for one in self._library.exercises() if one.id == self.figure)
        return next(found, None)

    def set_figure(self, figure: str) -> None:
        """Shows this one, or, with "", none."""
        if figure != self.figure:
            self.figure = figure
            self._show()
            self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._thumbnails.set_colours(theme.figure)
        self._show()

    def choose(self) -> None:
        """Opens the figures to choose from."""
        dialog = FigureDialog(self._library, self._settings, self._theme, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.set_figure)
        dialog.open()

    def _show(self) -> None:
        shown, ratio = self.shown, self.devicePixelRatioF()
        picture = None if shown is None else self._thumbnails.picture(shown, PICTURE, ratio)
        self.none_button.setVisible(shown is not None)
        if shown is None or picture is None:
            colour = self.palette().color(QPalette.ColorRole.Mid).name()
            self._picture.setPixmap(icon_pixmap("dumbbell", colour, NO_FIGURE_PX, ratio))
            self.words.setText(self.tr("No figure is shown."))
            return
        self._picture.setPixmap(picture)
        self.words.setText(self.tr("Moves like: {0}").format(shown.name))

    def _on_none_clicked(self) -> None:
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_figure("")


class FigureDialog(QDialog):
    """The shipped exercises that have a figure; `chosen` carries the id of the one that was taken."""

    chosen = Signal(str)

    def __init__(
        self, library: Library, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self.setWindowTitle(self.tr("Choose a figure"))
        room = DIALOG * text_scale()
        self.resize(room if parent is None else room.boundedTo(parent.size() - MARGIN))
        self.model = ExerciseModel(self)
        self.search = SearchField(self.tr("Search names and muscles"))
        self.search.textChanged.connect(self._on_search_changed)
        moving = not settings.get(REDUCED_MOTION)
        self.cards = CardView(self.model, Thumbnails(theme.figure), moving=moving, stars=False)
        self.cards.exercise_chosen.connect(self._on_exercise_chosen)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Choose a figure"), "heading"))
        column.addWidget(self.search)
        column.addWidget(self.cards, 1)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self._on_search_changed()

    def _on_search_changed(self) -> None:
        found = self._library.search(self.search.text())
        self.model.set_rows([one for one in found if not one.own and has_figure(one.id)])

    def _on_exercise_chosen(self, exercise_id: str) -> None:
        self.chosen.emit(exercise_id)
        self.accept()
