"""Writes docs/figures.md, which shows every exercise's figure, and the pictures beside it.

    python packaging/gallery.py           the page and its pictures
    python packaging/gallery.py --page    the page alone

Run it with the environment's Python after an exercise or a figure was added or changed. It needs no screen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from PySide6.QtGui import QGuiApplication  # noqa: E402

from trainer.catalog import load_catalog  # noqa: E402
from trainer.domain.exercise import Exercise  # noqa: E402
from trainer.domain.vocabulary import REGIONS  # noqa: E402
from trainer.figure.loading import has_figure, load_figure  # noqa: E402
from trainer.ui.sheet import draw_sheet, image_bytes  # noqa: E402

PAGE = CHECKOUT / "docs" / "figures.md"
PICTURES = CHECKOUT / "docs" / "figures"
FRAMES = 6
CELL_PX = 150
QUALITY = 90
# Pictures are in the repository, where every version of each stays.
LARGEST_BYTES = 25_000
ALL_BYTES = 2_000_000

HEAD = f"""# Figures

<!-- Written by packaging/gallery.py. -->

Every exercise of the library in {FRAMES} pictures: the way out, and the way back where it is another; of a
hold, how it is taken up, then held. The muscles that work most are lit. [figure.md](figure.md) says how they
are made; `stride-trainer figure EXERCISE --animation OUT.gif` shows one moving.

| exercise | region | figure |
|---|---|---|
"""


def shown_exercises() -> list[Exercise]:
    """All shipped exercises, region by region, each region by name."""
    regions = list(REGIONS)
    return sorted(load_catalog().exercises.values(), key=lambda one: (regions.index(one.region), one.name))


def page(exercises: Iterable[Exercise]) -> str:
    """The text of the page: one row an exercise."""
    return HEAD + "".join(
        f"| {one.name} | {REGIONS[one.region]} | {_figure_cell(one)} |\n" for one in exercises
    )


def _figure_cell(exercise: Exercise) -> str:
    if not has_figure(exercise.id):
        return "none yet"
    return f"![{exercise.name}, {FRAMES} pictures]({PICTURES.name}/{exercise.id}.webp)"


def write_pictures(exercises: Iterable[Exercise], folder: Path) -> dict[str, int]:
    """Writes `<id>.webp` for each that has a figure, takes away all others, and returns the sizes (bytes)."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for one in exercises:
        if has_figure(one.id):
            picture = folder / f"{one.id}.webp"
            sizes[picture.name] = picture.write_bytes(_picture(one))
    for picture in folder.glob("*.webp"):
        if picture.name not in sizes:
            picture.unlink()
    return sizes


def _picture(exercise: Exercise) -> bytes:
    figure = load_figure(exercise.id)
    sheet = draw_sheet(figure, FRAMES, lit=exercise.primary_muscles, cell_px=CELL_PX, columns=FRAMES)
    return image_bytes(sheet, b"webp", QUALITY)


def too_large(sizes: dict[str, int]) -> list[str]:
    """What is too large for the repository, in words."""
    found = [f"{name} has {size:,} bytes" for name, size in sizes.items() if size > LARGEST_BYTES]
    total = sum(sizes.values())
    return found + ([f"all together have {total:,} bytes"] if total > ALL_BYTES else [])


def main(arguments: Sequence[str]) -> int:
    """Writes what was asked for; 1 when the pictures are too large."""
    if list(arguments) not in ([], ["--page"]):
        sys.stderr.write("usage: gallery.py [--page]\n")
        return 2
    exercises = shown_exercises()
    PAGE.write_text(page(exercises), encoding="utf-8", newline="\n")
    print(f"{len(exercises)} exercises on {PAGE.name}")
    if arguments:
        return 0
    application = QGuiApplication(["gallery", "-platform", "offscreen"])
    sizes = write_pictures(exercises, PICTURES)
    print(f"{len(sizes)} pictures, {sum(sizes.values()):,} bytes, the largest {max(sizes.values()):,}")
    for words in too_large(sizes):
        print(f"Too large: {words}.", file=sys.stderr)
    del application
    return 1 if too_large(sizes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
