"""The schema of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "import_batches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), server_default="", nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_names")),
    )
    op.create_table(
        "plans",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_plan", sa.Text(), server_default="", nullable=False),
        sa.Column("started_on", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    op.create_table(
        "workouts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workouts")),
    )
    op.create_table(
        "checkins",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("soreness", sa.Integer(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("tightness", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("import_batch", sa.Text(), nullable=True),
        sa.CheckConstraint("side IN ('left', 'right', 'both')", name=op.f("ck_checkins_side")),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name=op.f("ck_checkins_pain")),
        sa.CheckConstraint("soreness BETWEEN 0 AND 10", name=op.f("ck_checkins_soreness")),
        sa.CheckConstraint("tightness BETWEEN 0 AND 10", name=op.f("ck_checkins_tightness")),
        sa.ForeignKeyConstraint(
            ["import_batch"], ["import_batches.id"], name=op.f("fk_checkins_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkins")),
    )
    op.create_index(op.f("ix_checkins_at_id"), "checkins", ["at", "id"], unique=False)
    op.create_index(op.f("ix_checkins_import_batch"), "checkins", ["import_batch"], unique=False)
    op.create_table(
        "exercises",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("import_batch", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_batch"], ["import_batches.id"], name=op.f("fk_exercises_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercises")),
    )
    op.create_index(op.f("ix_exercises_import_batch"), "exercises", ["import_batch"], unique=False)
    op.create_table(
        "journal_rows",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("image", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["step"], ["journal.id"], name=op.f("fk_journal_rows_step"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("step", "position", name=op.f("pk_journal_rows")),
    )
    op.create_table(
        "plan_sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Text(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("workout_id", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_plan_sessions_position")),
        sa.CheckConstraint("week >= 1", name=op.f("ck_plan_sessions_week")),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_sessions_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_sessions")),
    )
    op.create_index(op.f("ix_plan_sessions_plan_id"), "plan_sessions", ["plan_id"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("distance_km", sa.Double(), nullable=True),
        sa.Column("duration_s", sa.Double(), nullable=True),
        sa.Column("effort", sa.Double(), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("import_batch", sa.Text(), nullable=True),
        sa.CheckConstraint("distance_km >= 0", name=op.f("ck_runs_distance_km")),
        sa.CheckConstraint("duration_s >= 0", name=op.f("ck_runs_duration_s")),
        sa.CheckConstraint("effort BETWEEN 0 AND 10", name=op.f("ck_runs_effort")),
        sa.ForeignKeyConstraint(["import_batch"], ["import_batches.id"], name=op.f("fk_runs_import_batch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_index(op.f("ix_runs_import_batch"), "runs", ["import_batch"], unique=False)
    op.create_index(op.f("ix_runs_started_at_id"), "runs", ["started_at", "id"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("workout_id", sa.Text(), server_default="", nullable=False),
        sa.Column("workout", sa.Text(), server_default="", nullable=False),
        sa.Column("plan_id", sa.Text(), server_default="", nullable=False),
        sa.Column("plan", sa.Text(), server_default="", nullable=False),
        sa.Column("session_rpe", sa.Double(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("prescribed", sa.Text(), nullable=True),
        sa.Column("import_batch", sa.Text(), nullable=True),
        sa.CheckConstraint("session_rpe BETWEEN 0 AND 10", name=op.f("ck_sessions_session_rpe")),
        sa.ForeignKeyConstraint(
            ["import_batch"], ["import_batches.id"], name=op.f("fk_sessions_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_import_batch"), "sessions", ["import_batch"], unique=False)
    op.create_index(op.f("ix_sessions_local_date"), "sessions", ["local_date"], unique=False)
    op.create_index(op.f("ix_sessions_started_at_id"), "sessions", ["started_at", "id"], unique=False)
    op.create_table(
        "calendar_entries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("workout_id", sa.Text(), server_default="", nullable=False),
        sa.Column("plan_session_id", sa.Text(), nullable=True),
        sa.Column("distance_km", sa.Double(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kind IN ('race', 'hard_run', 'workout')", name=op.f("ck_calendar_entries_kind")),
        sa.CheckConstraint("distance_km >= 0", name=op.f("ck_calendar_entries_distance_km")),
        sa.ForeignKeyConstraint(
            ["plan_session_id"], ["plan_sessions.id"], name=op.f("fk_calendar_entries_plan_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_entries")),
    )
    op.create_index(op.f("ix_calendar_entries_day"), "calendar_entries", ["day"], unique=False)
    op.create_index(
        op.f("ix_calendar_entries_plan_session_id"), "calendar_entries", ["plan_session_id"], unique=False
    )
    op.create_table(
        "sets",
        sa.Column("set_id", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target_reps", sa.Integer(), nullable=True),
        sa.Column("target_hold_s", sa.Double(), nullable=True),
        sa.Column("target_tempo", sa.Text(), nullable=True),
        sa.Column("target_load_g", sa.Integer(), nullable=True),
        sa.Column("target_rpe", sa.Double(), nullable=True),
        sa.Column("target_lean_deg", sa.Integer(), nullable=True),
        sa.Column("target_to_limit", sa.Boolean(), nullable=False),
        sa.Column("target_own_pace", sa.Boolean(), nullable=False),
        sa.Column("target_warm_up", sa.Boolean(), nullable=False),
        sa.Column("rest_s", sa.Double(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("completed_at", sa.Text(), nullable=True),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("hold_s", sa.Double(), nullable=True),
        sa.Column("load_g", sa.Integer(), nullable=True),
        sa.Column("tempo", sa.Text(), server_default="", nullable=False),
        sa.Column("lean_deg", sa.Integer(), nullable=True),
        sa.Column("rpe", sa.Double(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("pain_area", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("warm_up", sa.Boolean(), nullable=False),
        sa.Column("group_name", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kind IN ('reps', 'hold')", name=op.f("ck_sets_kind")),
        sa.CheckConstraint("side IN ('left', 'right', 'both')", name=op.f("ck_sets_side")),
        sa.CheckConstraint(
            "status IN ('running', 'done', 'partial', 'skipped')", name=op.f("ck_sets_status")
        ),
        sa.CheckConstraint("hold_s >= 0", name=op.f("ck_sets_hold_s")),
        sa.CheckConstraint("lean_deg BETWEEN 0 AND 90", name=op.f("ck_sets_lean_deg")),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name=op.f("ck_sets_pain")),
        sa.CheckConstraint("reps >= 0", name=op.f("ck_sets_reps")),
        sa.CheckConstraint("rpe BETWEEN 1 AND 10", name=op.f("ck_sets_rpe")),
        sa.CheckConstraint("set_index >= 0", name=op.f("ck_sets_set_index")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_sets_session_id")),
        sa.PrimaryKeyConstraint("set_id", "side", name=op.f("pk_sets")),
    )
    op.create_index(op.f("ix_sets_exercise_id"), "sets", ["exercise_id"], unique=False)
    op.create_index(op.f("ix_sets_session_id_set_index"), "sets", ["session_id", "set_index"], unique=False)
