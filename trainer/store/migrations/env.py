"""Alembic's entry: runs the revisions on the connection, and inside the transaction, that it is given."""

from __future__ import annotations

from alembic import context

from trainer.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()
