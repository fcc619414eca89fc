"""The coach's rules: pure functions over the log, each answer with its reason."""
