"""Writes docs/hurts.md: what is asked, offered and held back at each place, for a clinician to read.

    python packaging/hurts_table.py

Run it with the project's Python after any change to places, red flags or pages; a test fails while the file
is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from trainer.catalog import load_catalog, load_pages, load_places  # noqa: E402
from trainer.domain.complaint import Feeling  # noqa: E402
from trainer.domain.exercise import Exercise  # noqa: E402
from trainer.domain.hurt import How, HurtPlace, PageText, RedFlag  # noqa: E402
from trainer.domain.pain import PLACES  # noqa: E402
from trainer.domain.plan import Statement  # noqa: E402

TABLE = CHECKOUT / "docs" / "hurts.md"
OWN = "*own rule*"
LABELS = {place.id: place.label for place in PLACES}

HEAD = """\
# What hurts: questions, pages, routines

Written by `packaging/hurts_table.py`; do not edit it by hand.

**No clinician has signed any of this yet.** It is laid out so that one can read it in one go.

Whoever says that something hurts is first asked the questions of that place and those that are asked
everywhere. A yes leads to one of three plain pages with nothing to train on; of several, to the most urgent.
Else pain that the pain table shows to a clinician leads to the page *soon*, and what is left to a routine:
the first steps first (`resources/rules/hurts.toml` says how far along). Every question is the app's own
caution, whatever sources stand beside it. Steps are in the order in which they open; what is held back waits
until the complaint is over or looked at again.
"""


def table_text() -> str:
    """The whole file."""
    exercises, places = load_catalog().exercises, load_places()
    everywhere = [flag for flag in next(iter(places.values())).flags if flag.everywhere]
    parts = [HEAD, "## The three pages\n", *map(_page, load_pages().values())]
    parts += ["## Asked everywhere\n", _flags(everywhere)]
    parts += [_place(place, exercises) for place in places.values()]
    return "\n".join(parts)


def _page(text: PageText) -> str:
    return f"**{text.title}** (`{text.page.value}`)\n\n" + _said(text.sentences)


def _place(place: HurtPlace, exercises: Mapping[str, Exercise]) -> str:
    steps = [", ".join(exercises[one].name for one in step) for step in place.steps]
    held = ", ".join(exercises[one].name for one in place.hold_back_exercises)
    rather = "; ".join(f"{exercises[a].name} rather than {exercises[b].name}" for a, b in place.rather)
    lines = [
        f"## {LABELS[place.id]}\n",
        _flags(flag for flag in place.flags if not flag.everywhere),
        "Steps: " + " → ".join(steps) + "." + (f" {rather}." if rather else "") + "\n",
        f"Held back: {held}. Looked at again after {place.look_again_d} days.\n",
        _said((*place.first, *place.hold_back, *place.notes)),
    ]
    if place.how:
        lines.append(_said(_how(place.how, exercises)))
    lines.append(f"Exercises after: {', '.join(place.references)}; their order is an {OWN}.\n")
    return "\n".join(lines)


def _how(hows: Iterable[How], exercises: Mapping[str, Exercise]) -> Iterator[Statement]:
    for how in hows:
        yield Statement(f"{exercises[how.exercise].name}: {how.text}", how.references, how.own_rule)


def _flags(flags: Iterable[RedFlag]) -> str:
    lines = ["| Asked | Page | Of | Instead of | After |", "|---|---|---|---|---|"]
    for flag in flags:
        feelings = "all" if len(flag.asked_of) == len(Feeling) else ", ".join(flag.asked_of)
        cells = (flag.question, flag.page.value, feelings, ", ".join(flag.covers), ", ".join(flag.references))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _said(statements: Iterable[Statement]) -> str:
    return "".join(f"- {said.text} ({_basis(said)})\n" for said in statements)


def _basis(said: Statement) -> str:
    return ", ".join((*said.references, *([OWN] if said.own_rule else ())))


def main(arguments: Sequence[str]) -> int:
    """Writes the file anew."""
    if arguments:
        sys.stderr.write("usage: hurts_table.py\n")
        return 2
    TABLE.write_text(table_text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
