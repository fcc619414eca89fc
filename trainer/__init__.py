"""Stride Trainer: a desktop strength trainer for runners."""
