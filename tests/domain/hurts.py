"""A place, a pain and a complaint to try the rules on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.hurt import Hurt, HurtPlace, RedFlag
from trainer.domain.proposal import Page

NOW = datetime(2026, 5, 20, 7, 0, tzinfo=UTC)

PLACE = HurtPlace(
    id="shin",
    steps=(("a1", "a2"), ("b1", "b2"), ("c1",), ("d1",)),
    flags=(
        RedFlag("lump", "A lump", Page.SOON, covers=("swelling",)),
        RedFlag("swelling", "Swelling", Page.SOON, everywhere=True),
        RedFlag("numb", "Numb", Page.EMERGENCY, everywhere=True),
        RedFlag("weak", "Weak", Page.TODAY, everywhere=True),
        RedFlag("dark", "Dark", Page.EMERGENCY, everywhere=True, asked_of=(Feeling.SORENESS,)),
        RedFlag("rising", "Rising", Page.SOON, suspect=False, everywhere=True, asked_of=(Feeling.PAIN,)),
    ),
    hold_back=(),
    hold_back_exercises=("hops", "d1"),
    look_again_d=7,
)


def hurt(level: int = 2, since_d: int | None = 0, feeling: Feeling = Feeling.PAIN, **more: Any) -> Hurt:
    return replace(Hurt("shin", feeling, level, Side.LEFT, since_d), **more)


def complaint(
    days_ago: float = 0, level: int = 3, ended_days_ago: float | None = None, **more: Any
) -> Complaint:
    made = Complaint(
        id=f"c{days_ago}",
        at=NOW - timedelta(days=days_ago),
        time_zone="Europe/Berlin",
        area="shin",
        side=Side.LEFT,
        feeling=Feeling.PAIN,
        level=level,
        since_d=0,
        ended_at=None if ended_days_ago is None else NOW - timedelta(days=ended_days_ago),
    )
    return replace(made, **more)
