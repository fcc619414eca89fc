"""Alembic's folder: one revision per file in `versions`."""
