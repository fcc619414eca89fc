"""The schema as the newest revision has it, in words that any SQL database understands.

Keys are UUIDv7 text, times are UTC text to the second (`2026-11-22T20:23:37Z`: they sort), loads whole grams.
Names and ids of exercises, workouts and plans are copied into the log, never referred to.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _between(column: str, low: float, high: float) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low:g} AND {high:g}", name=column)


def _at_least_zero(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 0", name=column)


def _import_batch() -> Column[str]:
    return Column("import_batch", ForeignKey("import_batches.id"), index=True)


def _text(name: str, default: str | None = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


import_batches = Table(
    "import_batches",
    metadata,
    Column("id", Text, primary_key=True),
    _text("source"),
    _text("at", None),
    _text("time_zone"),
    Column("row_count", Integer, nullable=False),
)

exercises = Table(
    "exercises",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name", None),
    _text("body", None),
    _import_batch(),
)

workouts = Table(
    "workouts",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name", None),
    _text("body", None),
)

plans = Table(
    "plans",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name", None),
    _text("source_plan"),
    _text("started_on", None),
    Column("ended_on", Text),
    _text("body"),
    Column("paused_on", Text),
)

own_plans = Table(
    "own_plans",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name", None),
    _text("body", None),
)

plan_sessions = Table(
    "plan_sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan_id", ForeignKey("plans.id"), nullable=False, index=True),
    Column("week", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    _text("workout_id"),
    _text("body"),
    CheckConstraint("week >= 1", name="week"),
    _at_least_zero("position"),
)

calendar_entries = Table(
    "calendar_entries",
    metadata,
    Column("id", Text, primary_key=True),
    _text("day", None),
    _text("kind", None),
    _text("title"),
    _text("workout_id"),
    Column("plan_session_id", ForeignKey("plan_sessions.id"), index=True),
    Column("distance_km", Double),
    _text("note"),
    Column("first_day", Text),
    Column("skipped", Boolean, nullable=False, server_default="0"),
    _text("session_id"),
    _one_of("kind", "race", "hard_run", "workout"),
    _at_least_zero("distance_km"),
    Index(None, "day"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    _text("started_at", None),
    _text("time_zone", None),
    _text("local_date", None),
    Column("ended_at", Text),
    _text("workout_id"),
    _text("workout"),
    _text("plan_id"),
    _text("plan"),
    Column("session_rpe", Double),
    _text("note"),
    Column("prescribed", Text),
    _import_batch(),
    _between("session_rpe", 0, 10),
    Index(None, "started_at", "id"),
    Index(None, "local_date"),
)

sets = Table(
    "sets",
    metadata,
    Column("set_id", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("session_id", ForeignKey("sessions.id"), nullable=False),
    Column("set_index", Integer, nullable=False),
    _text("exercise_id", None),
    _text("exercise", None),
    _text("kind", None),
    Column("target_reps", Integer),
    Column("target_hold_s", Double),
    Column("target_tempo", Text),
    Column("target_load_g", Integer),
    Column("target_rpe", Double),
    Column("target_lean_deg", Integer),
    _flag("target_to_limit"),
    _flag("target_own_pace"),
    _flag("target_warm_up"),
    Column("rest_s", Double),
    _text("status", None),
    Column("completed_at", Text),
    Column("reps", Integer),
    Column("hold_s", Double),
    Column("load_g", Integer),
    _text("tempo"),
    Column("lean_deg", Integer),
    Column("rpe", Double),
    Column("pain", Integer),
    _text("pain_area"),
    _text("note"),
    _flag("warm_up"),
    _text("group_name"),
    _one_of("side", "left", "right", "both"),
    _one_of("kind", "reps", "hold"),
    _one_of("status", "running", "done", "partial", "skipped"),
    _at_least_zero("set_index"),
    _at_least_zero("reps"),
    _at_least_zero("hold_s"),
    _between("lean_deg", 0, 90),
    _between("rpe", 1, 10),
    _between("pain", 0, 10),
    Index(None, "session_id", "set_index"),
    Index(None, "exercise_id"),
)

checkins = Table(
    "checkins",
    metadata,
    Column("id", Text, primary_key=True),
    _text("at", None),
    _text("time_zone", None),
    _text("local_date", None),
    _text("area", None),
    _text("side", None),
    Column("soreness", Integer),
    Column("pain", Integer),
    Column("tightness", Integer),
    _text("note"),
    _import_batch(),
    _one_of("side", "left", "right", "both"),
    _between("soreness", 0, 10),
    _between("pain", 0, 10),
    _between("tightness", 0, 10),
    Index(None, "at", "id"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    _text("started_at", None),
    _text("time_zone", None),
    _text("local_date", None),
    Column("distance_km", Double),
    Column("duration_s", Double),
    Column("effort", Double),
    _text("kind"),
    _text("source"),
    _text("note"),
    _import_batch(),
    _at_least_zero("distance_km"),
    _at_least_zero("duration_s"),
    _between("effort", 0, 10),
    Index(None, "started_at", "id"),
)

names = Table(
    "names",
    metadata,
    Column("name", Text, primary_key=True),
    _text("exercise_id", None),
)

complaints = Table(
    "complaints",
    metadata,
    Column("id", Text, primary_key=True),
    _text("at", None),
    _text("time_zone", None),
    _text("local_date", None),
    _text("area", None),
    _text("side", None),
    _text("feeling", None),
    Column("level", Integer, nullable=False),
    Column("since_d", Integer),
    _text("flags", "[]"),
    _flag("suspect"),
    _text("page"),
    Column("ended_at", Text),
    _one_of("side", "left", "right", "both"),
    _one_of("feeling", "pain", "soreness", "tightness"),
    _between("level", 0, 10),
    Index(None, "at", "id"),
)

overrulings = Table(
    "overrulings",
    metadata,
    Column("id", Text, primary_key=True),
    _text("at", None),
    _text("exercise_id", None),
    _text("workout_id"),
    _text("rule", None),
    _text("proposed"),
    _text("chosen", None),
    Index(None, "exercise_id"),
)

favourites = Table("favourites", metadata, Column("exercise_id", Text, primary_key=True))

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("at", None),
    _text("label", None),
    _flag("undone"),
)

journal_rows = Table(
    "journal_rows",
    metadata,
    Column("step", ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("table_name", None),
    _text("row_key", None),
    Column("image", Text),
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value", None),
)
