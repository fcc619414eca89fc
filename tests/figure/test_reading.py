"""Each wrong entry of a figure file is refused by file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.errors import ContentError
from trainer.figure.loading import has_figure, load_figure, read_figure

GOOD = """
kind = "reps"
[anchor]
on = "foot_near"
[pose]
foot = { on = "heel", x = 0, y = 0 }
[[keyframes]]
at = 0
[[keyframes]]
at = 1
lean = 40
hip = 42
[[props]]
kind = "mat"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "thing.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_good_one_is_read(tmp_path: Path) -> None:
    figure = read_figure(written(tmp_path, GOOD))
    assert (figure.exercise_id, figure.kind, figure.begins_with) == ("thing", "reps", "lowering")
    assert figure.pose(1.0).angles["lean"] == 40


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("hip = 42", "hop = 42", "keyframes[1].hop"),
        ("hip = 42", "hip_middle = 42", "keyframes[1].hip_middle"),
        ("hip = 42", "hip = 170", "keyframes[1].hip"),
        ("hip = 42", 'hip = "42"', "keyframes[1].hip"),
        ("at = 1\n", "at = 2\n", "keyframes[1].at"),
        ("at = 1\n", "at = 0.9\n", "keyframes"),
        ("at = 1\n", "at = 0\n", "keyframes[1].at"),
        ('kind = "reps"', 'kind = "rep"', "kind"),
        ('kind = "reps"', 'knid = "reps"', "knid"),
        ('kind = "reps"', 'begins_with = "left"', "begins_with"),
        ('kind = "reps"', "standing = 1", "standing"),
        ('kind = "reps"', "range = 3", "range"),
        ('kind = "reps"', "lean_deg = 3", "lean_deg"),
        ('on = "foot_near"', 'on = "nose"', "anchor.on"),
        ('on = "heel"', 'on = "elbow"', "pose.foot.on"),
        ('on = "heel", x = 0', 'on = "heel", q = 0', "pose.foot.q"),
        ("foot = {", "foot_far = {", "keyframes"),
        ('kind = "mat"', 'kind = "carpet"', "props[0].kind"),
        ('kind = "mat"', 'kind = "mat"\nat = "nose"', "props[0].at"),
        ('kind = "mat"', 'kind = "mat"\nsize = 3', "props[0].size"),
        ('kind = "mat"', "width = 3", "props[0].kind"),
        ("[[props]]", "[[return]]\nat = 1\n[[props]]", "return"),
        ('kind = "reps"', 'like = "nobody"', "like"),
        ('kind = "reps"', "kind =", "TOML"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in GOOD
    with pytest.raises(ContentError) as caught:
        read_figure(written(tmp_path, GOOD.replace(old, new, 1)))
    assert str(caught.value).startswith("thing.toml")
    assert key in str(caught.value)


def test_what_is_not_there_is_told_kindly() -> None:
    assert not has_figure("no-such-exercise")
    assert not has_figure("../exercises/x")
    with pytest.raises(ContentError, match="no-such-exercise"):
        load_figure("no-such-exercise")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "thing.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match=r"thing\.toml"):
        read_figure(file)
