"""What opens in a cell of the table of sets: a number, a choice, a line of text, each for what fits there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRegularExpression,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer.domain.exercise import Kind
from trainer.domain.session import SetLog
from trainer.ui.history.set_columns import AMOUNTS, CHOICES, Column, choices, headers
from trainer.ui.history.set_model import SetModel

Index = QModelIndex | QPersistentModelIndex
_LONGEST_NOTE = 2_000


class _Choice(QComboBox):
    """`picked` once something is picked from the open list; arrow keys on the closed one wait for Enter."""

    picked = Signal(QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._was_open = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self._was_open = False
        super().showPopup()

    def hidePopup(self) -> None:
        self._was_open = True
        super().hidePopup()

    def _on_activated(self) -> None:
        if self._was_open:
            self.picked.emit(self)


class SetDelegate(QStyledItemDelegate):
    """For the cells of a `SetModel`."""

    def __init__(self, sets: SetModel, parent: QObject) -> None:
        super().__init__(parent)
        self._sets = sets

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = self._sets.rows[index.row()], Column(index.column())
        editor = self._choice(row, column, parent) if column in CHOICES else self._line(row, column, parent)
        editor.setAccessibleName(f"{row.exercise}: {headers()[column]}")
        editor.setProperty("cell", True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if editor.property("filled"):
            return  # what is being entered stays while the log is read anew
        editor.setProperty("filled", True)
        if isinstance(editor, QComboBox):
            at = (at for at in range(editor.count()) if editor.itemData(at) == value)
            editor.setCurrentIndex(next(at, 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        cell = option.rect
        cell.setWidth(max(cell.width(), editor.minimumSizeHint().width()))
        editor.setGeometry(cell)

    def _choice(self, row: SetLog, column: Column, parent: QWidget) -> QWidget:
        editor = _Choice(parent)
        for text, value in choices(row, column):
            editor.addItem(text, value)
        editor.picked.connect(self._on_choice_picked)
        return editor

    def _line(self, row: SetLog, column: Column, parent: QWidget) -> QWidget:
        editor = QLineEdit(parent)
        if column in AMOUNTS:
            whole = column is Column.RESULT and row.target.kind is Kind.REPS
            editor.setValidator(QRegularExpressionValidator(_amount(whole=whole), editor))
        else:
            editor.setMaxLength(max(_LONGEST_NOTE, len(row.note)))
        return editor

    def _on_choice_picked(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _amount(*, whole: bool) -> QRegularExpression:
    """A number that is not below nothing, as the locale writes it, or nothing at all."""
    point = QRegularExpression.escape(QLocale().decimalPoint())
    return QRegularExpression(r"\d{0,5}" if whole else rf"\d{{0,5}}({point}\d{{0,3}})?")
