from __future__ import annotations

from pathlib import Path

import pytest

from trainer.errors import ExchangeError
from trainer.exchange.output import whole_file


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with whole_file(target) as file:
        file.write(b"rows")
        assert not target.exists()
    assert target.read_bytes() == b"rows"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.csv"]


def test_an_older_file_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")

    def break_off() -> None:
        with whole_file(target) as file:
            file.write(b"half")
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        break_off()
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.csv"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with whole_file(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def refused(target: Path) -> str:
    with pytest.raises(ExchangeError) as caught, whole_file(target) as file:
        file.write(b"x" * 100_000)
    return str(caught.value)


def test_a_database_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "stride.db"
    target.write_bytes(b"SQLite format 3\x00 and the log")
    assert "is a database" in refused(target)
    assert target.read_bytes().endswith(b"the log")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_a_full_disk_is_a_sentence() -> None:
    assert "no room left" in refused(Path("/dev/full"))


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "no folder" in refused(tmp_path / "none" / "out.csv")
    assert "too long" in refused(tmp_path / ("x" * 300))
