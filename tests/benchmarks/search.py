"""How long a keystroke in the library's search takes, with a thousand exercises.

Run: python -m tests.benchmarks.search [NUMBER]   (no pass or fail; prints medians and 99th percentiles)
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from dataclasses import replace

from trainer.catalog import Catalog, load_catalog
from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import MUSCLES
from trainer.services.library import Library

FIRST = ("Slow", "Banded", "Loaded", "Paused", "Seated", "Standing", "Kneeling", "Copenhagen", "Tall")
SECOND = ("single-leg", "double-leg", "split-stance", "staggered", "elevated", "overhead", "walking")
THIRD = ("squat", "lunge", "bridge", "deadlift", "curl", "raise", "hinge", "press", "row", "step-up", "plank")


def made_up(number: int, shipped: list[Exercise]) -> Catalog:
    """The shipped exercises, and as many others as it takes, all different in name."""
    chance = random.Random(20)
    exercises = {exercise.id: exercise for exercise in shipped}
    while len(exercises) < number:
        place = len(exercises)
        words = [*(chance.choice(part) for part in (FIRST, SECOND, THIRD)), syllables(chance), str(place)]
        model = chance.choice(shipped)
        exercises[f"made-up-{place}"] = replace(
            model,
            id=f"made-up-{place}",
            name=" ".join(words),
            synonyms=(syllables(chance), f"{syllables(chance)} {chance.choice(THIRD)}"),
            primary_muscles=tuple(chance.sample(list(MUSCLES), 3)),
            figure=model.id,
        )
    return Catalog(exercises, {}, {}, {})


def syllables(chance: random.Random) -> str:
    number = chance.randint(2, 4)
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(number))


def keystrokes(names: list[str], chance: random.Random) -> list[str]:
    """What the search field holds after each key, for every name with one letter wrong."""
    typed = []
    for name in names:
        place = chance.randrange(len(name))
        wrong = name[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[place + 1 :]
        typed += [wrong[:length] for length in range(1, len(wrong) + 1)]
    return typed


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    catalog = made_up(number, list(load_catalog().exercises.values()))
    library = Library(catalog)
    start = time.perf_counter()
    library.prepare_search()
    ready_ms = 1000 * (time.perf_counter() - start)
    names = [exercise.name for exercise in catalog.exercises.values()]
    chance = random.Random(21)
    took_ms = []
    for text in keystrokes(chance.sample(names, min(100, len(names))), chance):
        start = time.perf_counter()
        library.search(text)
        took_ms.append(1000 * (time.perf_counter() - start))
    percentiles = statistics.quantiles(took_ms, n=100)
    print(f"exercises {number}, keystrokes {len(took_ms)}, import and index {ready_ms:.1f} ms")
    median, p99 = percentiles[49], percentiles[98]
    print(f"keystroke median {median:.2f} ms, p99 {p99:.2f} ms, most {max(took_ms):.2f} ms")


if __name__ == "__main__":
    main()
