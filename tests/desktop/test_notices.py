from __future__ import annotations

import threading

import pytest
from jeepney import Message, new_method_return

from tests.desktop.private_bus import PrivateBus, Service, join
from trainer.desktop.notices import APP_NAME, SERVICE, Notices

TEXT = "Planned for today: Nordics <3 & bridges"


class NoticeBoard(Service):
    """A desktop's notification service that remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[object, ...]] = []
        super().__init__(SERVICE)

    def __enter__(self) -> NoticeBoard:
        return self

    def take(self, member: str, sender: str, message: Message) -> None:
        assert member == "Notify"
        self.given.append(tuple(message.body))
        self.bus.send(new_method_return(message, "u", (1,)))


@pytest.mark.usefixtures("bus")
def test_a_notice_is_plain_text_with_the_program_s_name() -> None:
    refused = threading.Event()
    with NoticeBoard() as board:
        Notices().show(TEXT, refused.set)
        join("notice")
        ((name, replaces, _icon, summary, body, actions, hints, _timeout),) = board.given
    assert (name, replaces, summary, body, actions) == (APP_NAME, 0, TEXT, "", [])
    assert hints == {"desktop-entry": ("s", "stride-trainer")}
    assert not refused.is_set()


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_notices_refuses() -> None:
    refused = threading.Event()
    Notices().show(TEXT, refused.set)
    join("notice")
    assert refused.is_set()


def test_without_a_bus_it_is_refused_and_nothing_is_raised(bus: PrivateBus) -> None:
    bus.die()
    refused = threading.Event()
    Notices().show(TEXT, refused.set)
    join("notice")
    assert refused.is_set()
