from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.log import KEPT, LARGEST_BYTES, start_log, stop_log

messages = logging.getLogger("trainer.somewhere")


@contextmanager
def logging_to(file: Path) -> Iterator[None]:
    handler = start_log(file)
    try:
        yield
    finally:
        stop_log(handler)


def test_the_file_comes_with_the_first_message(tmp_path: Path) -> None:
    file = tmp_path / "log" / "stride-trainer.log"
    with logging_to(file):
        assert not file.exists()
        messages.info("the device came back")
    assert file.read_text().endswith("Z INFO trainer.somewhere: the device came back\n")


def test_the_home_folder_is_not_named(tmp_path: Path) -> None:
    file = tmp_path / "stride-trainer.log"
    with logging_to(file):
        messages.info("wrote %s", Path.home() / "log.csv")
    assert str(Path.home() / "log.csv") not in file.read_text()
    assert "wrote ~" in file.read_text()


def test_it_stays_small(tmp_path: Path) -> None:
    file = tmp_path / "stride-trainer.log"
    with logging_to(file):
        for _ in range(6 * LARGEST_BYTES // 100_000):
            messages.info("x" * 100_000)
    assert len(list(tmp_path.iterdir())) == KEPT + 1
    assert all(part.stat().st_size <= LARGEST_BYTES for part in tmp_path.iterdir())


def test_a_place_that_cannot_be_written_costs_the_messages_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with logging_to(tmp_path / "file" / "stride-trainer.log"):
        messages.info("unheard")
    assert (tmp_path / "file").read_text() == ""
