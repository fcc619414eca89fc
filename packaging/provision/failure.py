"""What cannot be had, as one sentence."""

from __future__ import annotations

TAIL_LINES = 12


class Failure(Exception):
    """The preparation cannot go on: a sentence, and the tool's own words where there are any."""

    def __init__(self, sentence: str, output: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.tail = [line for line in output.splitlines() if line.strip()][-TAIL_LINES:]

    def __str__(self) -> str:
        return "\n".join([self.sentence, *(f"    {line}" for line in self.tail)])
