"""Sessions of a plan to other days: the order and the least gap stay, what follows gives way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from trainer.domain.laying_out import DAY, Terms
from trainer.domain.plan_line import Stop, moved_stop


def placed(stops: Sequence[Stop], index: int, day: date, terms: Terms) -> list[Stop]:
    """The line with one stop on another day; those after it move on where they would be too near.

    The day is not looked at: whoever asks knows that it is far enough from the stop before.
    """
    line = [*stops[:index], moved_stop(stops[index], day)]
    for stop in stops[index + 1 :]:
        earliest = terms.after(line[-1].day)
        line.append(stop if stop.day >= earliest else moved_stop(stop, terms.next_from(earliest)))
    return line


def earliest_for(stops: Sequence[Stop], index: int, last_done: date | None, terms: Terms) -> date | None:
    """The first day for a stop that is far enough from the one before it; None when there is none."""
    before = stops[index - 1].day if index else last_done
    return None if before is None else terms.after(before)


def free_day(
    stops: Sequence[Stop],
    index: int,
    since: date,
    terms: Terms,
    taken: Collection[date],
    last_done: date | None = None,
) -> date | None:
    """The chosen day nearest to where a stop stands that is fit, has no workout and moves no other session.

    From `since` on; of two as near the earlier. None when there is none.
    """
    stop = stops[index]
    earliest = earliest_for(stops, index, last_done, terms)
    first = since if earliest is None else max(since, earliest)
    if index + 1 < len(stops):
        last = stops[index + 1].day - DAY * max(1, terms.least_gap_d)
    else:
        last = max(stop.day, first) + DAY * 14
    days = [day for day in terms.chosen(first, last) if day not in taken and day not in terms.unfit]
    return min(days, key=lambda day: (abs((day - stop.day).days), day), default=None)


def cleared(
    stops: Sequence[Stop],
    window: tuple[date, date],
    terms: Terms,
    taken: Collection[date],
    last_done: date | None,
) -> list[Stop]:
    """The line with each stop of the window off its unfit day: to a free day near by, else to a later one.

    What is over is not touched: the window's first day is today at the earliest.
    """
    line = list(stops)
    for index in range(len(line)):
        stop = line[index]
        if not window[0] <= stop.day <= window[1] or stop.day not in terms.unfit:
            continue
        day = free_day(line, index, window[0], terms, taken, last_done)
        line = placed(line, index, day or terms.next_from(stop.day + DAY), terms)
    return line
