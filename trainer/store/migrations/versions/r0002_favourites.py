"""Exercises that are marked with a star."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "favourites",
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("exercise_id", name=op.f("pk_favourites")),
    )
