"""Runs from an XML file, which says by its first element whether it is GPX or TCX."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import ExchangeError
from trainer.exchange import gpx, tcx
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.xml_elements import Start, elements


def xml_runs(path: Path, answers: Answers) -> Contents:
    """The runs of a GPX or TCX file. Raises ExchangeError for everything else, and what the pulse raises."""
    found = elements(path, answers.pulse)
    first = next(found, None)
    name = first.name if isinstance(first, Start) else ""
    if name == gpx.ROOT:
        read = gpx.gpx_runs(found, answers.time_zone)
    elif name == tcx.ROOT:
        read = tcx.tcx_runs(found, answers.time_zone)
    else:
        raise ExchangeError(f"{path.name} is XML, but neither GPX nor TCX, so nothing was taken from it.")
    if not read.runs and not read.refused and not read.notes:
        raise ExchangeError(f"{path.name} holds no recorded activity; a route or a course is no run.")
    return read
