"""The frame that every page stands in: a title, a readable width, and scrolling where there is too much."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui.theme import text_scale
from trainer.ui.widgets.text import Words

CONTENT_WIDTH_PX = 1100
PAGE_MARGIN_PX = 24


class Page(QWidget):
    """A page with a title; put widgets into `body`, and what stands right of the title into `head`.

    `scrolls=False` is for pages whose body scrolls by itself (a list).
    """

    def __init__(self, title: str, *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", True)
        self.setAccessibleName(title)
        self.title = Words(title, "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        content = self._content()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = _Scroll(_centred(content)) if scrolls else None
        outer.addWidget(self._scroll or _centred(content))

    def reveal(self, part: QWidget) -> None:
        """Scrolls until a part of the page begins at its upper edge, as far as there is so much below it."""
        if self._scroll is not None and (content := self._scroll.widget()) is not None:
            top = part.mapTo(content, QPoint()).y()
            self._scroll.verticalScrollBar().setValue(top - PAGE_MARGIN_PX)

    def keep_in_sight(self, part: QWidget) -> None:
        """Scrolls as little as it takes to show a part of the page."""
        if self._scroll is not None:
            self._scroll.ensureWidgetVisible(part, 0, PAGE_MARGIN_PX)

    def set_head_below(self, below: bool) -> None:
        """Puts what stands right of the title below it, where the page is too narrow for both."""
        set_stacked(self._top, below)

    def _content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(round(CONTENT_WIDTH_PX * text_scale()))
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addLayout(self.head)
        column.addLayout(top)
        column.addLayout(self.body, 1)
        return content


def _centred(content: QWidget) -> QWidget:
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(PAGE_MARGIN_PX, PAGE_MARGIN_PX, PAGE_MARGIN_PX, PAGE_MARGIN_PX)
    row.addStretch(0)
    row.addWidget(content, 1)
    row.addStretch(0)
    return ground


class _Scroll(QScrollArea):
    """Scrolls a page that is just as high as its words are at this width.

    By itself a scroll area takes the height that they would need in the narrowest window.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        content = self.widget()
        if content is None:
            return
        height = content.heightForWidth(max(self.viewport().width(), content.minimumSizeHint().width()))
        if height > 0 and height != content.minimumHeight():
            content.setMinimumHeight(height)


def set_stacked(box: QBoxLayout, stacked: bool) -> None:
    """Puts what stands side by side one below the other, or back."""
    down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    box.setDirection(down if stacked else across)


def card(kind: str = "", parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the column inside it; `kind` is "", quiet (no ground) or note (tinted)."""
    frame = QFrame(parent)
    frame.setProperty("card", kind or True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    return frame, column


def clear(layout: QBoxLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
