"""Figures to picture files, for review and documentation, drawn without a window: contact sheets, animations.

This is all that the command line knows of `trainer.ui`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter

from trainer.domain.tempo import Tempo
from trainer.exchange.output import whole_file
from trainer.figure.figure import Figure
from trainer.figure.loading import load_figure
from trainer.figure.pose import Pose
from trainer.ui.animation import FRAMES_A_S, animation_bytes
from trainer.ui.theme import load_theme
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

CELL_PX = 400
COLUMNS = 3
# Air around the figure in its cell.
MARGIN_PX = 2
# What a hold's breath is timed by; it has no tempo of its own.
_NO_TEMPO = Tempo(1, 0, 1, 0)


def sheet_poses(figure: Figure, frames: int) -> list[Pose]:
    """The poses of a contact sheet: reps out and back, holds taken up and held, cycles once round."""
    if figure.kind == "cycle":
        return [figure.pose(2.0 * step / frames) for step in range(frames)]
    if figure.kind == "hold":
        entering = max(2, frames // 2)
        held = [figure.pose(step * 0.5) for step in range(frames - entering)]
        return [figure.entry_pose(step / (entering - 1)) for step in range(entering)] + held
    out = max(2, frames - frames // 3)
    there = [figure.pose(step / (out - 1)) for step in range(out)]
    return there + [figure.pose(1.0 + (step + 1) / (frames - out + 1)) for step in range(frames - out)]


def draw_sheet(
    figure: Figure,
    frames: int = 6,
    *,
    dark: bool = False,
    lit: tuple[str, ...] = (),
    view: str = "",
    cell_px: int = CELL_PX,
    columns: int = COLUMNS,
) -> QImage:
    """A contact sheet without captions, at most `columns` pictures a row, each `cell_px` wide and high.

    Rows are as even as they can be: four pictures are two and two. `view` is where the figure is looked at
    from: `side`, `front`, or "" for what suits it.
    """
    poses = sheet_poses(figure, frames)
    rows = -(-len(poses) // columns)
    columns = -(-len(poses) // rows)
    stage = _Stage(figure, Look(lit=lit, ghost=True, view=view), dark=dark)
    image = stage.blank(columns * cell_px, rows * cell_px)
    painter = QPainter(image)
    for index, pose in enumerate(poses):
        cell = QRectF(index % columns * cell_px, index // columns * cell_px, cell_px, cell_px)
        stage.paint(painter, cell, pose)
    painter.end()
    return image


def write_sheet(
    exercise_id: str,
    out: Path,
    frames: int = 6,
    dark: bool = False,
    lit: tuple[str, ...] = (),
    *,
    view: str = "",
    cell_px: int = CELL_PX,
) -> None:
    """Writes the exercise's contact sheet as PNG to `out`.

    Needs no screen. Raises ContentError when there is no figure, ExchangeError when `out` cannot be written.
    """
    figure = load_figure(exercise_id)
    application = _application()
    image = draw_sheet(figure, frames, dark=dark, lit=lit, view=view, cell_px=cell_px)
    with whole_file(out) as file:
        file.write(image_bytes(image, b"png"))
    del application


def image_bytes(image: QImage, format_: bytes, quality: int = -1) -> bytes:
    """The file of a still picture in a format that Qt writes; `quality` is 0 to 100, or -1 for the usual."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format_))
    writer.setQuality(quality)
    if not writer.write(image):
        raise RuntimeError(f"Qt does not write this as {format_!r}: {writer.errorString()}")
    return bytes(buffer.data().data())


def write_animation(
    exercise_id: str,
    out: Path,
    tempo: Tempo | None = None,
    *,
    dark: bool = False,
    lit: tuple[str, ...] = (),
    view: str = "",
    cell_px: int = CELL_PX,
) -> None:
    """Writes one rep in this tempo, or one breath of a hold, as GIF or WebP, by the ending of `out`.

    It is shown again and again. Needs no screen. Raises ContentError when there is no figure, ExchangeError
    when `out` cannot be written.
    """
    figure = load_figure(exercise_id)
    tempo = tempo or _NO_TEMPO
    application = _application()
    stage = _Stage(figure, Look(lit=lit, view=view), dark=dark)

    def frame(number: int) -> QImage:
        image = stage.blank(cell_px, cell_px)
        painter = QPainter(image)
        pose = figure.pose(figure.phase_at(number / FRAMES_A_S, tempo))
        stage.paint(painter, QRectF(image.rect()), pose)
        painter.end()
        return image

    frames = round(figure.cycle_s(tempo) * FRAMES_A_S)
    content = animation_bytes(frame, frames, out.name.rpartition(".")[2].upper())
    with whole_file(out) as file:
        file.write(content)
    del application


class _Stage:
    """Paints one figure in one look, in a theme's colours."""

    def __init__(self, figure: Figure, look: Look, *, dark: bool) -> None:
        theme = load_theme("dark" if dark else "light")
        self._figure, self._look = figure, look
        self._ground = QColor(theme.colours.surface)
        self._painter = FigurePainter(FigureColours.from_table(theme.figure))

    def blank(self, width_px: int, height_px: int) -> QImage:
        image = QImage(width_px, height_px, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(self._ground)
        return image

    def paint(self, painter: QPainter, cell: QRectF, pose: Pose) -> None:
        inner = cell.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        self._painter.paint(painter, inner, self._figure, pose, self._look)


def _application() -> QGuiApplication:
    """The running Qt application, else a new one that asks for no screen, whatever the environment says."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return QGuiApplication(["stride-trainer", "-platform", "offscreen"])
