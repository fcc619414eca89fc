from __future__ import annotations

import queue
from collections.abc import Iterator
from typing import Any

import pytest

from trainer.audio.conductor import Conductor
from trainer.audio.keeper import DeviceKeeper
from trainer.audio.output import NullOutput, Render
from trainer.errors import AudioError

DEADLINE_S = 20.0


class MoodyOutput(NullOutput):
    """Fails, opens without ever asking for a frame, or works: as it is told for each opening."""

    def __init__(self, *moods: str) -> None:
        super().__init__()
        self._moods = iter(moods)
        self.openings: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.closings: queue.SimpleQueue[bool] = queue.SimpleQueue()

    def open(self, render: Render) -> str:
        mood = next(self._moods, "works")
        self.openings.put(mood)
        if mood == "fails":
            raise AudioError("nothing there")
        return super().open(render) if mood == "works" else "mute"

    def close(self) -> None:
        super().close()
        self.closings.put(True)


class Kept:
    """A keeper and what it has reported."""

    def __init__(self, *moods: str) -> None:
        self.output = MoodyOutput(*moods)
        self._reports: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.keeper = DeviceKeeper(self.output, Conductor({}, self._reports.put), self._reports.put)
        self.keeper.start()

    def next_change(self) -> str:
        while (kind := self._reports.get(timeout=DEADLINE_S)["type"]) == "position":
            pass
        return str(kind)


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    one = Kept(*request.param)
    yield one
    one.keeper.stop(DEADLINE_S)


@pytest.mark.parametrize("kept", [("fails", "fails", "works")], indirect=True)
def test_it_tries_until_a_device_is_there_and_says_so_once(kept: Kept) -> None:
    assert [kept.next_change(), kept.next_change()] == ["no_device", "device_back"]


@pytest.mark.parametrize("kept", [("fails", "is mute", "is mute", "works")], indirect=True)
def test_a_device_that_opens_and_never_plays_is_no_end(kept: Kept) -> None:
    """As when a server dies in the moment in which it was found again."""
    assert [kept.next_change(), kept.next_change()] == ["no_device", "device_back"]
    moods = [kept.output.openings.get(timeout=DEADLINE_S) for _ in range(4)]
    assert moods == ["fails", "is mute", "is mute", "works"]


@pytest.mark.parametrize("kept", [("works", "fails", "works")], indirect=True)
def test_a_released_device_is_closed_and_missed_only_when_it_is_wanted_again(kept: Kept) -> None:
    assert kept.next_change() == "device_back"
    kept.keeper.release()
    assert kept.output.closings.get(timeout=DEADLINE_S)
    kept.keeper.release()
    assert kept.output.openings.get(timeout=DEADLINE_S) == "works"
    assert kept.output.openings.empty()
    kept.keeper.want()
    assert [kept.next_change(), kept.next_change()] == ["no_device", "device_back"]
