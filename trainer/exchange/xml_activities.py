"""The activities of a GPX or TCX file: those that are runs, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from trainer.domain.run import Run
from trainer.errors import ExchangeError
from trainer.exchange.cells import Wrong
from trainer.exchange.contents import Contents, Refused
from trainer.exchange.found_runs import left_out
from trainer.exchange.xml_elements import Element, End, Start

MOST_ACTIVITIES = 10_000


class Activity(Protocol):
    """One activity while it is read."""

    @property
    def of_another_sport(self) -> bool: ...

    @property
    def remark(self) -> str:
        """A sentence about it once it is taken; mostly none."""

    def hear(self, element: Element) -> None:
        """Takes in one element of it."""

    def run(self, zone: str) -> Run:
        """Raises Wrong for what was not run."""


def runs_among(
    source: str, elements: Iterable[Element], name: str, begin: Callable[[Start], Activity], zone: str
) -> Contents:
    """The runs among the elements called `name`; other sports are left out and counted.

    Raises ExchangeError where there are more than anybody has run.
    """
    runs: list[Run] = []
    refused: list[Refused] = []
    remarks: dict[str, None] = {}
    others = line = count = 0
    now: Activity | None = None
    for element in elements:
        if isinstance(element, Start) and element.name == name:
            now, line, count = begin(element), element.line, count + 1
            if count > MOST_ACTIVITIES:
                raise ExchangeError(
                    f"The file has more than {MOST_ACTIVITIES:,} activities; nothing was taken from it."
                )
        elif now is None:
            continue
        elif not isinstance(element, End) or element.name != name:
            now.hear(element)
        else:
            if now.of_another_sport:
                others += 1
            else:
                try:
                    runs.append(now.run(zone))
                    remarks.update(dict.fromkeys(filter(None, [now.remark])))
                except Wrong as wrong:
                    refused.append(Refused(line, str(wrong)))
            now = None
    return Contents(source, runs=tuple(runs), refused=tuple(refused), notes=(*left_out(others), *remarks))
