"""Numbers as the files write them: three decimals at most, no trailing zeros, nothing for unknown."""

from __future__ import annotations

_REMEMBERED = 10_000


class NumberTexts(dict[int | float | None, str]):
    """Number to text, each worked out once: a log repeats its rests and loads a thousandfold."""

    def __init__(self, decimal_point: str = ".", scale: int = 1) -> None:
        """Values are divided by `scale`: 1000 writes grams as kilograms."""
        super().__init__()
        self._decimal_point = decimal_point
        self._scale = scale

    def __missing__(self, number: float | None) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        text = "" if number is None else self._text(number)
        self[number] = text
        return text

    def _text(self, number: float) -> str:
        plain = f"{number / self._scale:.3f}".rstrip("0").rstrip(".")
        return plain.replace(".", self._decimal_point)
