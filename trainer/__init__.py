"""Stride Trainer: a desktop strength trainer for runners."""

__version__ = "0.1.0"
