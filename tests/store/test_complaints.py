from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.samples import BEGIN
from trainer.domain.change import Change, Changed
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.proposal import Page
from trainer.errors import NoSuchEntry
from trainer.store import Store

FIRST = Complaint(
    id="1",
    at=BEGIN,
    time_zone="Europe/Berlin",
    area="achilles",
    side=Side.LEFT,
    feeling=Feeling.PAIN,
    level=4,
    since_d=14,
    flags=("achilles-gap", "no-four-steps"),
    suspect=True,
    page=Page.TODAY,
)
LATER = replace(FIRST, id="2", at=BEGIN + timedelta(days=1), since_d=None, flags=(), suspect=False, page=None)


def test_complaints_come_back_whole_and_oldest_first(store: Store) -> None:
    store.save_complaint(LATER)
    store.save_complaint(FIRST)
    assert store.complaints() == [FIRST, LATER]
    assert store.open_complaints() == [FIRST, LATER]


def test_a_new_one_ends_those_it_replaces_in_one_step(store: Store) -> None:
    store.save_complaint(FIRST, undo="Note")
    store.save_complaint(LATER, ends=("1", "no such"), undo="Note again")
    assert store.complaints() == [replace(FIRST, ended_at=LATER.at), LATER]
    assert store.open_complaints() == [LATER]
    assert store.undo() == "Note again"
    assert store.complaints() == [FIRST]


def test_it_ends_and_the_end_can_be_taken_back(store: Store) -> None:
    store.save_complaint(FIRST)
    end = BEGIN + timedelta(days=3)
    store.end_complaint("1", end, undo="Fine again")
    assert store.complaints() == [replace(FIRST, ended_at=end)]
    assert store.undo() == "Fine again"
    assert store.open_complaints() == [FIRST]
    with pytest.raises(NoSuchEntry, match="complaint"):
        store.end_complaint("none", end)


def test_who_listens_is_told(store: Store) -> None:
    told: list[Change] = []
    stop = store.subscribe(told.append)
    store.save_complaint(FIRST)
    stop()
    assert told == [Change(frozenset({Changed.COMPLAINTS}))]
