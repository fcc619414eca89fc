"""A body to click: its front and its back side by side, its muscles as areas that can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from trainer.figure.camera import Frame, SeenBone
from trainer.figure.figure import Figure
from trainer.figure.flesh import aspect_of
from trainer.figure.loading import load_figure
from trainer.figure.muscles import MUSCLES, Patch
from trainer.figure.pose import TRUNK
from trainer.figure.skeleton import SIDES
from trainer.ui.widgets.figure_canvas import view_of
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look
from trainer.ui.widgets.figure_shapes import direction_of, muscle, place_of

BODY = "standing-body"
VIEWS = ("front", "back")
FRAME = Frame(-0.27, -0.13, 0.27, 1.06)
# How opaque an area is that can be chosen, that the mouse or the keyboard is on, that is chosen.
QUIET, POINTED, CHOSEN = 0.16, 0.50, 0.90
# Round a small area the mouse may miss by so much.
NEAR_PX = 10.0
# Places that are no muscles have a ring, so that they are seen on dark clothes as well.
RING_PX = 1.25
NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Right)
BEFORE = (Qt.Key.Key_Up, Qt.Key.Key_Left)
CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Spot:
    """One place where an area is seen, in pixels."""

    area: str
    path: QPainterPath


Finder = Callable[[Figure, str], Iterable[tuple[str, QPainterPath]]]
"""Where each area is seen on the figure from a view, in body heights."""


class BodyMap(QWidget):
    """Any number of areas can be chosen, or one alone, by mouse or by keyboard."""

    changed = Signal()

    def __init__(
        self,
        colours: FigureColours,
        names: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        found: Finder | None = None,
        frame: Frame = FRAME,
        single: bool = False,
    ) -> None:
        """`names` are the areas in their order, each with what the user reads.

        They are the plain words of muscles (`areas()`), or whatever `found` finds. `frame` is how much of
        the body is shown.
        """
        super().__init__(parent)
        self._names, self._single = dict(names), single
        self._found, self._ringed = found or muscles_seen, found is not None
        self._painter, self._colour = FigurePainter(colours), QColor(colours.muscle)
        self._figure = _close(load_figure(BODY), frame)
        self._chosen: set[str] = set()
        self._pointed, self._current = "", next(iter(self._names), "")
        self._spots: list[_Spot] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Body map"))
        self._describe()

    def set_colours(self, colours: FigureColours) -> None:
        """Paints in these colours from now on (the theme changed)."""
        self._painter, self._colour = FigurePainter(colours), QColor(colours.muscle)
        self.update()

    @property
    def chosen(self) -> frozenset[str]:
        """The areas that are chosen."""
        return frozenset(self._chosen)

    def set_chosen(self, areas: Iterable[str]) -> None:
        """Chooses these areas and no others; says nothing."""
        self._chosen = set(areas) & set(self._names)
        self._describe()
        self.update()

    def area_at(self, point: QPointF) -> str:
        """The area that is seen there, or the nearest one close by; "" where there is none."""
        for spot in reversed(self._spots):
            if spot.path.contains(point):
                return spot.area
        around = QRectF(point.x() - NEAR_PX, point.y() - NEAR_PX, 2 * NEAR_PX, 2 * NEAR_PX)
        return next((spot.area for spot in reversed(self._spots) if spot.path.intersects(around)), "")

    def sizeHint(self) -> QSize:
        return QSize(240, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_spots()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.area_at(event.position()))
        if self._pointed:
            QToolTip.showText(event.globalPosition().toPoint(), self._names[self._pointed], self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self.area_at(event.position())
        if area and event.button() == Qt.MouseButton.LeftButton:
            self._current = area
            self._toggle(area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from area to area, Space or Enter chooses."""
        order = list(self._names)
        if event.key() in (*NEXT, *BEFORE) and order:
            step = 1 if event.key() in NEXT else -1
            self._current = order[(order.index(self._current) + step) % len(order)]
            self._describe()
            self.update()
        elif event.key() in CHOOSE and self._current:
            self._toggle(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pose = self._figure.pose(0.0)
        for view, area in zip(VIEWS, self._halves(), strict=True):
            painter.setClipRect(area)
            self._painter.paint(painter, area, self._figure, pose, Look(view=view))
        painter.setClipping(False)
        for spot in self._spots:
            colour = QColor(self._colour)
            colour.setAlphaF(self._share(spot.area))
            painter.fillPath(spot.path, colour)
            if self._ringed:
                painter.strokePath(spot.path, QPen(self._colour, RING_PX))
        if self.hasFocus():
            painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.Highlight), 2.0))
            for spot in self._spots:
                if spot.area == self._current:
                    painter.drawPath(spot.path)
        painter.end()

    def _share(self, area: str) -> float:
        if area in self._chosen:
            return CHOSEN
        return POINTED if area == self._pointed else QUIET

    def _halves(self) -> tuple[QRectF, QRectF]:
        half = self.width() / 2.0
        return QRectF(0.0, 0.0, half, self.height()), QRectF(half, 0.0, half, self.height())

    def _find_spots(self) -> None:
        self._spots = []
        for view, area in zip(VIEWS, self._halves(), strict=True):
            to_pixels = view_of(area, self._figure.shots[view].frame)
            for name, path in self._found(self._figure, view):
                if name in self._names:
                    self._spots.append(_Spot(name, to_pixels.map(path)))

    def _point_at(self, area: str) -> None:
        if area != self._pointed:
            self._pointed = area
            self.setCursor(Qt.CursorShape.PointingHandCursor if area else Qt.CursorShape.ArrowCursor)
            self.update()

    def _toggle(self, area: str) -> None:
        self._chosen = {area} if self._single else self._chosen ^ {area}
        self._describe()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        """Says the current area and which ones are chosen, for screen readers."""
        chosen = [name for area, name in self._names.items() if area in self._chosen]
        told = self.tr("Chosen: {0}.").format(", ".join(chosen) or self.tr("nothing"))
        current = self._names.get(self._current, "")
        self.setAccessibleDescription(
            self.tr("{0}. {1} Arrow keys move, Space chooses.").format(current, told)
        )


def _close(figure: Figure, frame: Frame) -> Figure:
    """The figure without the air at its sides, so that two fit beside each other."""
    shots = {view: replace(figure.shots[view], frame=frame) for view in VIEWS}
    return replace(figure, shots=shots)


def muscles_seen(figure: Figure, view: str) -> Iterator[tuple[str, QPainterPath]]:
    """The muscles, by their plain words."""
    film = figure.shots[view].camera.film(figure.pose(0.0))
    for patch in dict.fromkeys(MUSCLES.values()):
        for path in _seen(patch, film):
            yield patch.name, path


def _seen(patch: Patch, film: Mapping[str, SeenBone]) -> list[QPainterPath]:
    """The patch wherever it is seen from here: on both sides; of the sole, the foot stands for it."""
    if patch.part in TRUNK:
        patches = [patch] if patch.central else [patch, patch.mirrored()]
        places = [(one, film[patch.part]) for one in patches]
    else:
        places = [(patch, film[f"{patch.part}_{side}"]) for side in SIDES]
    paths = []
    for one, bone in places:
        aspect = aspect_of(bone)
        path, through = muscle(one, *direction_of(aspect))
        if not through or patch.part == "foot":
            paths.append(place_of(bone, aspect).map(path))
    return paths


def areas() -> tuple[str, ...]:
    """The plain words of all muscles that have a place on the body."""
    return tuple(dict.fromkeys(patch.name for patch in MUSCLES.values()))
