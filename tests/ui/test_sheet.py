"""Figures as files: what another reader, Qt's, finds in them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from trainer.domain.tempo import Tempo
from trainer.errors import ContentError, ExchangeError
from trainer.figure.loading import load_figure
from trainer.ui.animation import animation_bytes
from trainer.ui.sheet import draw_sheet, sheet_poses, write_animation, write_sheet
from trainer.ui.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")

HAMSTRING = ("biceps femoris",)
ENDINGS = pytest.mark.parametrize("ending", ["gif", "webp"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


class Film(NamedTuple):
    images: list[QImage]
    delays_ms: list[int]
    loops: int


def film(file: Path) -> Film:
    reader = QImageReader(str(file))
    assert reader.supportsAnimation()
    images, delays = [], []
    while reader.canRead():
        images.append(reader.read())
        delays.append(reader.nextImageDelay())
    assert not any(image.isNull() for image in images)
    return Film(images, delays, reader.loopCount())


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of the brightness of their pixels, 0 to 255."""
    pairs = [
        (one.pixelColor(x, y).lightness(), other.pixelColor(x, y).lightness())
        for x in range(0, one.width(), 3)
        for y in range(0, one.height(), 3)
    ]
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def surface(theme: str) -> QColor:
    return QColor(load_theme(theme).colours.surface)


@THEMES
def test_a_sheet_stands_on_the_theme_s_ground(theme: str) -> None:
    sheet = draw_sheet(load_figure("diver"), 2, dark=theme == "dark", cell_px=60)
    assert sheet.pixelColor(0, 0) == surface(theme)


@pytest.mark.parametrize(
    ("frames", "columns", "size"),
    [(2, 3, (120, 60)), (4, 3, (120, 120)), (7, 3, (180, 180)), (24, 3, (180, 480)), (6, 6, (360, 60))],
)
def test_a_sheet_is_as_large_as_its_pictures(frames: int, columns: int, size: tuple[int, int]) -> None:
    for exercise_id in ("nordic-hamstring-curl", "long-lever-bridge-hold"):
        sheet = draw_sheet(load_figure(exercise_id), frames, cell_px=60, columns=columns)
        assert (sheet.width(), sheet.height()) == size


def test_a_lit_muscle_shows_on_a_sheet() -> None:
    figure = load_figure("diver")
    assert draw_sheet(figure, 2, lit=HAMSTRING) != draw_sheet(figure, 2)


def test_a_sheet_from_the_front_is_another() -> None:
    figure = load_figure("romanian-deadlift")
    assert draw_sheet(figure, 2, view="front") != draw_sheet(figure, 2, view="side")


@ENDINGS
def test_a_rep_lasts_as_long_as_its_tempo_and_goes_on_for_ever(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"rep.{ending}"
    write_animation("romanian-deadlift", out, Tempo(2, 1, 1, 0), lit=HAMSTRING, cell_px=90)
    rep = film(out)
    assert sum(rep.delays_ms) == 4000
    assert rep.loops == -1
    assert {(image.width(), image.height()) for image in rep.images} == {(90, 90)}


@ENDINGS
def test_a_pause_is_one_long_picture(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"rep.{ending}"
    write_animation("romanian-deadlift", out, Tempo(1, 2, 1, 0), cell_px=60)
    rep = film(out)
    assert max(rep.delays_ms) >= 2000
    assert len(rep.images) <= 51


@ENDINGS
def test_a_hold_breathes_once(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"hold.{ending}"
    write_animation("long-lever-bridge-hold", out, cell_px=90)
    breath = film(out)
    assert sum(breath.delays_ms) == 4000
    assert len(breath.images) > 10


@ENDINGS
@THEMES
def test_each_picture_is_the_pose_of_its_moment(tmp_path: Path, ending: str, theme: str) -> None:
    out = tmp_path / f"rep.{ending}"
    write_animation("romanian-deadlift", out, Tempo(1, 0, 1, 0), dark=theme == "dark", cell_px=120)
    images = film(out).images
    assert len(images) == 50
    both = draw_sheet(load_figure("romanian-deadlift"), 2, dark=theme == "dark", cell_px=120)
    for at, left in ((0, 0), (25, 120)):
        painted = both.copy(left, 0, 120, 120)
        assert difference(images[at], painted) < difference(images[(at + 25) % 50], painted)
    assert difference(images[0], both.copy(0, 0, 120, 120)) < 2


@ENDINGS
@THEMES
def test_the_ground_keeps_its_colour(tmp_path: Path, ending: str, theme: str) -> None:
    out = tmp_path / f"rep.{ending}"
    write_animation("diver", out, Tempo(1, 0, 1, 0), dark=theme == "dark", cell_px=60)
    assert {image.pixelColor(0, 0).name() for image in film(out).images} == {surface(theme).name()}


@pytest.mark.parametrize("format_", ["GIF", "WEBP"])
def test_one_picture_is_an_animation_too(format_: str) -> None:
    image = QImage(31, 17, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("red"))
    image.setPixelColor(5, 5, QColor("blue"))  # Qt reads no WebP as short as one of a single colour
    asked: list[int] = []

    def draw(number: int) -> QImage:
        asked.append(number)
        return image

    content = animation_bytes(draw, 1, format_)
    assert set(asked) == {0}
    read = QImage.fromData(content)
    assert (read.width(), read.height()) == (31, 17)


def test_an_older_file_stays_when_there_is_no_figure(tmp_path: Path) -> None:
    for write, name in ((write_sheet, "old.png"), (write_animation, "old.gif")):
        out = tmp_path / name
        out.write_bytes(b"older")
        with pytest.raises(ContentError, match="There is no figure"):
            write("nobody-does-this", out)
        assert out.read_bytes() == b"older"


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="There is no folder"):
        write_sheet("diver", tmp_path / "none" / "sheet.png", 2, cell_px=50)
    (tmp_path / "folder.gif").mkdir()
    with pytest.raises(ExchangeError, match="is a folder"):
        write_animation("diver", tmp_path / "folder.gif", Tempo(1, 0, 1, 0), cell_px=50)


def test_a_sheet_of_hops_goes_once_round() -> None:
    figure = load_figure("double-leg-pogo-hops")
    heights = [pose.point("ball_near").y for pose in sheet_poses(figure, 6)]
    assert heights[0] < 0.01
    assert max(heights) > 0.05
    assert heights.index(max(heights)) in (2, 3, 4)


def test_a_sheet_of_a_hold_stays_where_it_arrived() -> None:
    poses = sheet_poses(load_figure("isometric-heel-raise-hold"), 6)
    heels = [pose.point("heel_near").y for pose in poses]
    assert heels[0] < heels[1] < heels[2]
    assert heels[2:] == [heels[2]] * 4
