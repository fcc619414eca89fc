"""The library page: all exercises, and one of them in detail."""
