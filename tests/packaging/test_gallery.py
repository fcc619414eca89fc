from __future__ import annotations

import gallery
import pytest
from PySide6.QtGui import QImage

from trainer.catalog import load_catalog


def test_the_page_has_a_row_for_every_exercise():
    table = gallery.PAGE.read_text().partition("|---|---|---|\n")[2]
    shown = [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines()]
    assert sorted(shown) == sorted(one.name for one in load_catalog().exercises.values())


def test_the_page_is_as_the_script_writes_it():
    written = gallery.page(gallery.shown_exercises())
    assert gallery.PAGE.read_text() == written, "run: python packaging/gallery.py"


@pytest.mark.usefixtures("qapp")
def test_pictures_are_six_in_a_row_and_small(tmp_path):
    (tmp_path / "gone-since.webp").write_bytes(b"")
    exercises = gallery.shown_exercises()
    sizes = gallery.write_pictures(exercises, tmp_path)
    assert gallery.too_large(sizes) == []
    assert {picture.name for picture in tmp_path.iterdir()} == {f"{one.id}.webp" for one in exercises}
    picture = QImage(str(tmp_path / f"{exercises[0].id}.webp"))
    assert (picture.width(), picture.height()) == (900, 150)


def test_what_is_too_large_is_named():
    assert gallery.too_large({"a.webp": 25_000}) == []
    assert gallery.too_large({"a.webp": 25_001}) == ["a.webp has 25,001 bytes"]
    assert gallery.too_large(dict.fromkeys(map(str, range(81)), 25_000)) == [
        "all together have 2,025,000 bytes"
    ]


def test_it_is_called_in_two_ways_only(capsys):
    assert gallery.main(["--pages"]) == 2
    assert "usage" in capsys.readouterr().err
