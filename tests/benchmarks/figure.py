"""What the moving figure costs: a frame of every shipped figure, and a view that plays.

    python -m tests.benchmarks.figure [--steps 20] [--seconds 10] [--each]

A frame is painted at 600 × 600 px by the software raster. Beside it, in turns: solving its pose, and the
same outlines drawn plainly, each filled in one colour and stroked with a pen of 2 px. The view plays without
pauses in an offscreen window of 600 × 600 px, then plays on hidden. Goals: a frame in 3 ms; 60 frames a
second with a quarter of one core; nothing when hidden.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication

from trainer.catalog import load_catalog
from trainer.domain.tempo import Tempo
from trainer.figure.figure import Figure
from trainer.figure.loading import figure_ids, load_figure
from trainer.figure.pose import Pose
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look
from trainer.ui.widgets.figure_view import FigureView

PX = 600
AREA = QRectF(0, 0, PX, PX)
RESTLESS = Tempo(3, 0, 3, 0)
A_SQUARE = QPolygonF([QPointF(250, 250), QPointF(350, 250), QPointF(350, 350), QPointF(250, 350)])


class Frames(NamedTuple):
    """Medians of one figure, in ms."""

    exercise_id: str
    outlines: int
    pose_ms: float
    paint_ms: float
    plain_ms: float

    @property
    def ratio(self) -> float:
        return self.paint_ms / self.plain_ms


class Recorder(QPaintEngine):
    """Keeps the outlines that a painter draws; of what is no path it keeps a square in its place."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.outlines: list[QPolygonF] = []

    def begin(self, _device: object) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, _state: object) -> None:
        pass

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawPath(self, path: QPainterPath) -> None:
        self.outlines += path.toSubpathPolygons()

    def _draw_square(self, *_what: object) -> None:
        self.outlines.append(A_SQUARE)

    drawPolygon = drawRects = drawEllipse = drawLines = drawImage = drawPixmap = _draw_square


class Record(QPaintDevice):
    """As large as the picture, for the recorder."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder = Recorder()

    def paintEngine(self) -> QPaintEngine:
        return self.recorder

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        match metric:
            case QPaintDevice.PaintDeviceMetric.PdmWidth | QPaintDevice.PaintDeviceMetric.PdmHeight:
                return PX
            case QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled:
                return int(QPaintDevice.devicePixelRatioFScale())
        return 1


class Bench:
    """Paints one figure after the other on one picture."""

    def __init__(self) -> None:
        self._image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
        self._painter = FigurePainter(FigureColours.of_theme("light"))

    def frames_of(self, exercise_id: str, lit: tuple[str, ...], steps: int) -> Frames:
        figure, look = load_figure(exercise_id), Look(lit)
        pose_ms, paint_ms, plain_ms, outlines = [], [], [], 0
        self._painted(figure, figure.pose(0.0), look)
        for step in range(steps):
            phase = 2.0 * step / steps
            pose_ms.append(took_ms(lambda at=phase: figure.pose(at)))
            pose = figure.pose(phase)
            paint_ms.append(took_ms(lambda at=pose: self._painted(figure, at, look)))
            drawn = self._outlines(figure, pose, look)
            plain_ms.append(took_ms(lambda these=drawn: self._drawn_plainly(these)))
            outlines = max(outlines, len(drawn))
        medians = [statistics.median(values) for values in (pose_ms, paint_ms, plain_ms)]
        return Frames(exercise_id, outlines, *medians)

    def _painted(self, figure: Figure, pose: Pose, look: Look) -> None:
        painter = self._blank()
        self._painter.paint(painter, AREA, figure, pose, look)
        painter.end()

    def _outlines(self, figure: Figure, pose: Pose, look: Look) -> list[QPolygonF]:
        record = Record()
        painter = QPainter(record)
        self._painter.paint(painter, AREA, figure, pose, look)
        painter.end()
        return record.recorder.outlines

    def _drawn_plainly(self, outlines: list[QPolygonF]) -> None:
        painter = self._blank()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#203040"), 2.0))
        painter.setBrush(QColor("#c08060"))
        for outline in outlines:
            painter.drawPolygon(outline)
        painter.end()

    def _blank(self) -> QPainter:
        self._image.fill(Qt.GlobalColor.white)
        return QPainter(self._image)


class CountingView(FigureView):
    """Counts the frames it paints."""

    def __init__(self) -> None:
        super().__init__(FigureColours.of_theme("light"))
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


class Share(NamedTuple):
    """Of one core, while a view did something."""

    share: float
    frames_a_s: float

    def __str__(self) -> str:
        at_60 = f", 60 a second would take {self.share / self.frames_a_s * 60:.1%}" if self.frames_a_s else ""
        return f"{self.share:.1%} of a core, {self.frames_a_s:.1f} frames a second{at_60}"


def took_ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def share_of(view: CountingView, seconds: float) -> Share:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    painted, wall, cpu = view.painted, time.perf_counter(), time.process_time()
    loop.exec()
    lasted = time.perf_counter() - wall
    return Share((time.process_time() - cpu) / lasted, (view.painted - painted) / lasted)


def tell_frames(found: list[Frames], *, each: bool) -> None:
    head = f"{'':36}{'outlines':>9}{'pose ms':>9}{'paint ms':>10}{'plain ms':>10}{'ratio':>7}"
    print(head)
    worst = max(found, key=lambda frames: frames.paint_ms)
    middle = Frames(
        f"median of {len(found)} figures",
        *(statistics.median(values) for values in list(zip(*found, strict=True))[1:]),
    )
    rows = [*(found if each else []), middle, worst._replace(exercise_id=f"worst: {worst.exercise_id}")]
    for row in rows:
        print(
            f"{row.exercise_id:36.36}{row.outlines:9.0f}{row.pose_ms:9.2f}{row.paint_ms:10.2f}"
            f"{row.plain_ms:10.2f}{row.ratio:7.2f}"
        )


def tell_view(exercise_id: str, lit: tuple[str, ...], seconds: float) -> None:
    view = CountingView()
    view.resize(PX, PX)
    view.show_figure(load_figure(exercise_id), lit)
    view.show()
    share_of(view, 0.5)
    print(f"a view of {exercise_id}, {PX} × {PX} px, for {seconds:g} s each")
    print(f"  still: {share_of(view, seconds)}")
    view.play(RESTLESS)
    print(f"  playing: {share_of(view, seconds)}")
    view.hide()
    print(f"  playing, hidden: {share_of(view, seconds)}")
    view.close()
    view.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20, help="frames of each figure")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long a view is watched")
    parser.add_argument("--each", action="store_true", help="a row for each figure")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    exercises = load_catalog().exercises
    lit = {one: exercises[one].primary_muscles if one in exercises else () for one in figure_ids()}
    bench = Bench()
    found = [bench.frames_of(one, muscles, options.steps) for one, muscles in lit.items()]
    tell_frames(found, each=options.each)
    ordered = sorted(found, key=lambda frames: frames.paint_ms)
    for frames in (ordered[len(ordered) // 2], ordered[-1]):
        tell_view(frames.exercise_id, lit[frames.exercise_id], options.seconds)
    del application


if __name__ == "__main__":
    main()
