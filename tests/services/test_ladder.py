from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Exercise
from trainer.services.ladder import Ladder, ladder_of

CATALOG = load_catalog()
MODEL = CATALOG.exercises["single-leg-rdl"]


def linked(**harder: str) -> dict[str, Exercise]:
    """Exercises by id, each with the ids of the harder ones as words; the ways back are put in."""
    ids = list(harder)
    known = {one: tuple(words.split()) for one, words in harder.items()}
    easier = {one: tuple(other for other in ids if one in known[other]) for one in ids}
    return {one: replace(MODEL, id=one, name=one, harder=known[one], easier=easier[one]) for one in ids}


def ranks(ladder: Ladder) -> list[list[str]]:
    return [[one.id for one in rank] for rank in ladder.ranks]


def test_two_ranks_each_way() -> None:
    known = linked(a="b", b="c", c="d", d="e", e="f", f="g", g="")
    ladder = ladder_of(known["d"], known)
    assert ranks(ladder) == [["b"], ["c"], ["d"], ["e"], ["f"]]
    assert ladder.here == 2
    assert ladder.steps == {("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")}


def test_rungs_beside_each_other_share_a_rank() -> None:
    known = linked(a="c", b="c", c="d e", d="f", e="f", f="")
    ladder = ladder_of(known["c"], known)
    assert ranks(ladder) == [["a", "b"], ["c"], ["d", "e"], ["f"]]
    assert ladder.here == 1
    assert ladder.steps == {("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("d", "f"), ("e", "f")}


def test_a_rung_that_also_lies_behind_another_stands_behind_it() -> None:
    known = linked(a="b c", b="c", c="")
    assert ranks(ladder_of(known["a"], known)) == [["a"], ["b"], ["c"]]
    assert ranks(ladder_of(known["c"], known)) == [["a"], ["b"], ["c"]]


def test_a_chain_of_shortcuts_loses_no_rung() -> None:
    known = linked(a="b c d", b="c", c="d", d="")
    assert ranks(ladder_of(known["a"], known)) == [["a"], ["b", "d"], ["c"]]


def test_the_ends_of_a_ladder_have_nothing_beyond() -> None:
    known = linked(a="b", b="")
    assert ladder_of(known["a"], known).here == 0
    assert ranks(ladder_of(known["b"], known)) == [["a"], ["b"]]
    alone = linked(a="")
    assert (ranks(ladder_of(alone["a"], alone)), ladder_of(alone["a"], alone).steps) == ([["a"]], set())


def test_rungs_that_are_gone_are_left_out() -> None:
    known = linked(a="b", b="c", c="")
    del known["c"]
    assert ranks(ladder_of(known["a"], known)) == [["a"], ["b"]]


@pytest.mark.parametrize("exercise_id", sorted(CATALOG.exercises))
def test_every_ladder_holds_every_next_rung_once_and_joins_each(exercise_id: str) -> None:
    ladder = ladder_of(CATALOG.exercises[exercise_id], CATALOG.exercises)
    every = [one for rank in ladder.ranks for one in rank]
    assert len(every) == len(set(every))
    assert set(ladder.easier) | set(ladder.harder) <= set(every)
    assert ladder.ranks[ladder.here] == (CATALOG.exercises[exercise_id],)
    joined = {one for step in ladder.steps for one in step}
    assert joined == ({one.id for one in every} if len(every) > 1 else set())
