"""What the coach keeps: complaints, overrulings, one's own plans, and where planned sessions were moved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_plans",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_plans")),
    )
    op.create_table(
        "complaints",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("feeling", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("since_d", sa.Integer(), nullable=True),
        sa.Column("flags", sa.Text(), server_default="[]", nullable=False),
        sa.Column("suspect", sa.Boolean(), nullable=False),
        sa.Column("page", sa.Text(), server_default="", nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.CheckConstraint("side IN ('left', 'right', 'both')", name=op.f("ck_complaints_side")),
        sa.CheckConstraint(
            "feeling IN ('pain', 'soreness', 'tightness')", name=op.f("ck_complaints_feeling")
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 10", name=op.f("ck_complaints_level")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
    )
    op.create_index(op.f("ix_complaints_at_id"), "complaints", ["at", "id"])
    op.create_table(
        "overrulings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("workout_id", sa.Text(), server_default="", nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), server_default="", nullable=False),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overrulings")),
    )
    op.create_index(op.f("ix_overrulings_exercise_id"), "overrulings", ["exercise_id"])
    op.add_column("plans", sa.Column("paused_on", sa.Text(), nullable=True))
    op.add_column("calendar_entries", sa.Column("first_day", sa.Text(), nullable=True))
    op.add_column("calendar_entries", sa.Column("skipped", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("calendar_entries", sa.Column("session_id", sa.Text(), server_default="", nullable=False))
