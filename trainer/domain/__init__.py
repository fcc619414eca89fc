"""What training is, as frozen values and pure functions; the standard library alone."""
