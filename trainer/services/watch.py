"""A long work as seen from another thread: how far it is, and the wish to stop it."""

from __future__ import annotations

from trainer.errors import Cancelled


class Watch:
    """`beat` is the pulse of the work, called where it is done; the rest is for who watches."""

    def __init__(self, stopped_sentence: str) -> None:
        """`stopped_sentence` tells the user what it means that the work was stopped."""
        self._sentence = stopped_sentence
        self._stopped = False
        self.done = 0.0

    def beat(self, done: float) -> None:
        """Notes how much is done, 0 to 1. Raises Cancelled once the work is to stop."""
        if self._stopped:
            raise Cancelled(self._sentence)
        self.done = done

    def stop(self) -> None:
        """Has the work end at its next beat."""
        self._stopped = True
