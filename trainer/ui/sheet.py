"""Figures to picture files: contact sheets for review and documentation, drawn without a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter

from trainer.errors import ContentError
from trainer.figure.figure import Figure
from trainer.figure.loading import load_figure
from trainer.figure.pose import Pose
from trainer.ui.theme import load_theme
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

CELL_PX = 400
COLUMNS = 3


def sheet_poses(figure: Figure, frames: int) -> list[Pose]:
    """The poses of a contact sheet: out and back for reps; taken up, then held, for holds."""
    if figure.kind == "hold":
        entering = max(2, frames // 2)
        held = [figure.pose(step * 0.5) for step in range(frames - entering)]
        return [figure.entry_pose(step / (entering - 1)) for step in range(entering)] + held
    out = frames if figure.back is None else max(2, frames - frames // 3)
    there = [figure.pose(step / (out - 1)) for step in range(out)]
    return there + [figure.pose(1.0 + (step + 1) / (frames - out + 1)) for step in range(frames - out)]


def draw_sheet(
    figure: Figure, frames: int = 6, *, dark: bool = False, lit: tuple[str, ...] = (), cell_px: int = CELL_PX
) -> QImage:
    """A contact sheet without captions, three pictures a row."""
    theme = load_theme("dark" if dark else "light")
    colours = FigureColours.from_table(theme.figure)
    columns = min(COLUMNS, frames)
    rows = -(-frames // columns)
    image = QImage(columns * cell_px, rows * cell_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.colours.surface))
    painter = QPainter(image)
    look = Look(lit=lit, ghost=True)
    for index, pose in enumerate(sheet_poses(figure, frames)):
        cell = QRectF(index % columns * cell_px, index // columns * cell_px, cell_px, cell_px)
        FigurePainter(colours).paint(painter, cell.adjusted(2, 2, -2, -2), figure, pose, look)
    painter.end()
    return image


def write_sheet(
    exercise_id: str, out: Path, frames: int = 6, dark: bool = False, lit: tuple[str, ...] = ()
) -> None:
    """Writes the exercise's contact sheet as PNG to `out`; raises ContentError when it cannot.

    Starts a Qt application of its own where there is none (QT_QPA_PLATFORM=offscreen needs no screen).
    """
    application = QGuiApplication.instance() or QGuiApplication([])
    image = draw_sheet(load_figure(exercise_id), frames, dark=dark, lit=lit)
    if not QImageWriter(str(out), QByteArray(b"png")).write(image):
        raise ContentError(f"{out} cannot be written; choose a folder that exists and that you may write to.")
    del application
