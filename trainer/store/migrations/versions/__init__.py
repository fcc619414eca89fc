"""The revisions, oldest first by number; one that was released never changes."""
