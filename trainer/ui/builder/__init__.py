"""Workouts of one's own, put together."""
