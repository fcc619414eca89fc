"""Logs as wild as the domain allows, for the properties of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.exchange.moments import utc_text

FORMULAS = ("=1+1", "+49 170", "-", "@SUM(A1)", "\tx", "'quoted'", "＝1", " =cmd|' /C calc'!A0", "=\r\n")
TRICKY = (
    'say "ho"',
    "a,b;c\td",
    "two\r\nlines",
    "\n",
    "\r",
    '"',
    '""',
    "é 😀 \u200d \u202e \ufeff",
    " x ",
    "0.5",
    "",
    *FORMULAS,
)

texts = st.sampled_from(TRICKY) | st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20
)
ids = st.uuids(version=4).map(str) | st.sampled_from(["=id", "s,1", "'s", 'q"'])
moments = st.integers(0, 4_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
zones = st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"])
rpe = st.none() | st.integers(2, 20).map(lambda half: half / 2)
loads = st.none() | st.integers(0, 500_000).map(lambda grams: grams / 1000)
seconds = st.none() | st.integers(0, 3_600_000).map(lambda ms: ms / 1000)
tempos = st.lists(st.integers(0, 40).map(lambda quarter: quarter / 4), min_size=4, max_size=4)
tempo_texts = st.just("") | tempos.filter(any).map(lambda phases: str(Tempo(*phases)))
ratings = st.none() | st.integers(0, 10)

targets = st.builds(
    SetTarget,
    kind=st.sampled_from(Kind),
    reps=st.none() | st.integers(1, 100),
    hold_s=seconds,
    load_kg=loads,
    rpe=rpe,
    warm_up=st.booleans(),
)


@st.composite
def sessions(draw: st.DrawFn) -> SessionLog:
    return SessionLog(
        id=draw(ids),
        started_at=draw(moments),
        time_zone=draw(zones),
        workout_id=draw(st.sampled_from(["", "hamstrings-for-runners"])),
        workout=draw(texts),
        ended_at=draw(st.none() | moments),
        plan=draw(texts),
        session_rpe=draw(st.none() | st.integers(0, 20).map(lambda half: half / 2)),
        note=draw(texts),
    )


@st.composite
def set_rows(draw: st.DrawFn, session_id: str, set_index: int) -> list[SetLog]:
    """The rows of one set: one for both sides at once, or one or two for a side each."""
    sides = draw(st.sampled_from([(Side.BOTH,), (Side.LEFT, Side.RIGHT), (Side.RIGHT,)]))
    set_id = str(draw(st.uuids(version=4)))
    exercise_id = draw(ids)
    exercise = draw(texts)
    build = st.builds(
        SetLog,
        set_id=st.just(set_id),
        session_id=st.just(session_id),
        set_index=st.just(set_index),
        exercise_id=st.just(exercise_id),
        exercise=st.just(exercise),
        side=st.just(Side.BOTH),
        target=targets,
        rest_s=seconds,
        status=st.sampled_from(SetStatus),
        completed_at=st.none() | moments,
        reps=st.none() | st.integers(0, 1000),
        hold_s=seconds,
        load_kg=loads,
        tempo=tempo_texts,
        lean_deg=st.none() | st.integers(0, 18).map(lambda step: step * 5),
        rpe=rpe,
        pain=ratings,
        pain_area=texts,
        note=texts,
        warm_up=st.booleans(),
        group=texts,
    )
    return [_with_side(draw(build), side) for side in sides]


def _with_side(row: SetLog, side: Side) -> SetLog:
    return replace(row, side=side)


@st.composite
def logs(draw: st.DrawFn) -> list[tuple[SessionLog, list[SetLog]]]:
    """Sessions with their sets, some of them with none."""
    found = draw(st.lists(sessions(), max_size=4, unique_by=lambda session: session.id))
    log = []
    for session in found:
        rows: list[SetLog] = []
        for index in range(draw(st.integers(0, 3))):
            rows += draw(set_rows(session.id, index))
        log.append((session, rows))
    return log


checkins = st.lists(
    st.builds(
        CheckIn,
        id=ids,
        at=moments,
        time_zone=zones,
        area=texts.filter(str.strip),
        side=st.sampled_from(Side),
        soreness=ratings,
        pain=ratings,
        tightness=ratings,
        note=texts,
    ),
    max_size=6,
    unique_by=lambda checkin: checkin.id,
)

runs = st.lists(
    st.builds(
        Run,
        id=ids,
        started_at=moments,
        time_zone=zones,
        distance_km=loads,
        duration_s=seconds,
        effort=st.none() | st.integers(0, 20).map(lambda half: half / 2),
        kind=texts,
        source=texts,
        note=texts,
    ),
    max_size=6,
    unique_by=lambda run: run.id,
)

_SIDES = [Side.LEFT, Side.RIGHT, Side.BOTH]
Tuple = tuple[str | int | float | None, ...]


def flat(log: Iterable[tuple[SessionLog, Iterable[SetLog]]]) -> Iterator[Tuple]:
    """The log as the store streams it."""
    for session, rows in sorted(log, key=lambda entry: (entry[0].started_at, entry[0].id)):
        head = _session_part(session)
        ordered = sorted(rows, key=lambda row: (row.set_index, _SIDES.index(row.side), row.set_id))
        yield from ((*head, *_set_part(row)) for row in ordered)
        if not ordered:
            yield (*head, *[None] * 24)


def _session_part(session: SessionLog) -> Tuple:
    ended = utc_text(session.ended_at) if session.ended_at else None
    return (
        session.id, utc_text(session.started_at), session.time_zone, session.local_date.isoformat(), ended,
        session.workout, session.plan, session.session_rpe, session.note,
    )  # fmt: skip


def _set_part(row: SetLog) -> Tuple:
    status = SetStatus.PARTIAL if row.status is SetStatus.RUNNING else row.status
    return (
        row.set_id, row.set_index, row.exercise_id, row.exercise, row.side.value, row.target.kind.value,
        row.target.reps, row.reps, row.target.hold_s, row.hold_s, _grams(row.load_kg), row.tempo,
        row.lean_deg, row.rpe, row.pain, row.rest_s,
        utc_text(row.completed_at) if row.completed_at else None, status.value,
        row.note, _grams(row.target.load_kg), row.target.rpe, row.pain_area, row.warm_up, row.group,
    )  # fmt: skip


def _grams(load_kg: float | None) -> int | None:
    return None if load_kg is None else round(load_kg * 1000)
