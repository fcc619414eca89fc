from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.arranging import arranged, blocks, inserted, joined, moved, parted, removed
from trainer.domain.exercise import Kind, Laterality
from trainer.domain.workout import SetTarget, WorkoutItem


def item(name: str, group: str = "") -> WorkoutItem:
    target = SetTarget(Kind.HOLD, hold_s=20)
    return WorkoutItem(name, name, name, Laterality.BOTH, (target,), 60, group=group)


def items(text: str) -> tuple[WorkoutItem, ...]:
    """`a (b c) d`: four exercises, the two in brackets done in turn."""
    made: list[WorkoutItem] = []
    for number, part in enumerate(text.replace("(", "|(").replace(")", "|").split("|")):
        group = str(number) if part.startswith("(") else ""
        made += [item(name, group) for name in part.strip("(").split()]
    return arranged(made)


def text(made: tuple[WorkoutItem, ...]) -> str:
    parts = []
    for block in blocks(made):
        names = " ".join(one.exercise_id for one in made[block.first : block.last + 1])
        parts.append(f"({names})" if block.together else names)
    return " ".join(parts)


def test_the_notation_of_these_tests_reads_what_it_writes() -> None:
    assert text(items("a (b c) d (e f g)")) == "a (b c) d (e f g)"


def test_groups_are_named_in_order() -> None:
    assert [one.group for one in items("a (b c) d (e f)")] == ["", "A", "A", "", "B", "B"]


def test_what_is_moved_stands_before_the_one_that_was_named() -> None:
    assert text(moved(items("a b c d"), [0], 3)[0]) == "b c a d"
    assert text(moved(items("a b c d"), [3], 0)[0]) == "d a b c"
    assert moved(items("a b c d"), [0, 2], 4) == (items("b d a c"), (2, 3))


def test_one_moved_between_two_of_a_group_joins_it() -> None:
    assert text(moved(items("a (b c)"), [0], 2)[0]) == "(b a c)"


def test_one_moved_away_from_its_group_leaves_it() -> None:
    assert text(moved(items("(a b c) d e"), [0], 5)[0]) == "(b c) d e a"


def test_one_moved_within_its_group_stays_in_it() -> None:
    assert text(moved(items("(a b c) d"), [0], 3)[0]) == "(b c a) d"


def test_the_last_two_of_a_group_part_together() -> None:
    assert text(moved(items("(a b) c"), [1], 3)[0]) == "a c b"


def test_one_moved_from_a_group_into_another_changes_over() -> None:
    assert text(moved(items("(a b c) (d e)"), [0], 4)[0]) == "(b c) (d a e)"


def test_a_whole_group_moves_as_one() -> None:
    assert text(moved(items("a (b c) d"), [1, 2], 4)[0]) == "a d (b c)"
    assert text(moved(items("(a b) (c d)"), [0, 1], 3)[0]) == "(c a b d)"


def test_taking_out_leaves_no_group_of_one() -> None:
    assert text(removed(items("(a b) c"), [0])) == "b c"


def test_joining_takes_in_what_lies_between_and_the_groups_it_reaches_into() -> None:
    assert text(joined(items("a b c d"), [0, 2])) == "(a b c) d"
    assert text(joined(items("a (b c) d"), [0, 1])) == "(a b c) d"


def test_parting_takes_a_group_apart() -> None:
    assert text(parted(items("(a b c) (d e)"), [1])) == "a b c (d e)"


def test_what_comes_in_keeps_its_groups_and_joins_one_only_inside_it() -> None:
    assert text(inserted(items("a b"), 1, items("(c d)"))) == "a (c d) b"
    assert text(inserted(items("(a b)"), 2, items("(c d)"))) == "(a b) (c d)"
    assert text(inserted(items("(a b)"), 1, items("c"))) == "(a c b)"


names = st.lists(st.sampled_from(["", "A", "B"]), min_size=1, max_size=7)


@st.composite
def workouts(draw: st.DrawFn) -> tuple[WorkoutItem, ...]:
    groups = draw(names)
    return arranged([item(f"e{number}", group) for number, group in enumerate(groups)])


@st.composite
def moves(draw: st.DrawFn) -> tuple[tuple[WorkoutItem, ...], set[int], int]:
    made = draw(workouts())
    places = draw(st.sets(st.integers(0, len(made) - 1), min_size=1))
    return made, places, draw(st.integers(0, len(made)))


def lies_together(made: tuple[WorkoutItem, ...]) -> bool:
    """Whether each group is one stretch of two or more, named in order."""
    counts = Counter(one.group for one in made if one.group)
    stretches = [block for block in blocks(made) if block.group]
    return (
        len(stretches) == len(counts)
        and all(count > 1 for count in counts.values())
        and [block.group for block in stretches] == sorted(counts)
    )


@given(moves())
def test_moving_loses_nothing_and_leaves_groups_whole(
    move: tuple[tuple[WorkoutItem, ...], set[int], int],
) -> None:
    made, places, to = move
    after, at = moved(made, places, to)
    assert Counter(one.exercise_id for one in after) == Counter(one.exercise_id for one in made)
    assert [after[place].exercise_id for place in at] == [made[place].exercise_id for place in sorted(places)]
    stayed = [one.exercise_id for place, one in enumerate(made) if place not in places]
    assert [one.exercise_id for place, one in enumerate(after) if place not in at] == stayed
    assert lies_together(after)


@given(moves())
def test_joining_and_parting_keep_the_order(move: tuple[tuple[WorkoutItem, ...], set[int], int]) -> None:
    made, places, _ = move
    order = [one.exercise_id for one in made]
    for after in (joined(made, places), parted(made, places)):
        assert [one.exercise_id for one in after] == order
        assert lies_together(after)
    assert not any(parted(made, range(len(made)))[place].group for place in range(len(made)))
