"""Numbers and durations as they are spoken, in English."""

from __future__ import annotations

_TO_TEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
_ONES = (*_TO_TEN, *_TEENS, "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number_word(number: int) -> str:
    """A number from 0 to 999 in words; larger ones in digits."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" {number_word(rest)}" if rest else "")
    return str(number)


def minutes_words(seconds: float) -> str:
    """A duration in whole minutes, one at least: `Twenty-two minutes`."""
    minutes = max(1, round(seconds / 60))
    return f"{number_word(minutes).capitalize()} minute{'' if minutes == 1 else 's'}"
