"""What was proposed so far, and what must hold of the next proposal after it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.domain.coach.athlete import known
from tests.domain.coach.jumps import jumped
from trainer.catalog import load_rules
from trainer.domain.proposal import Move, Proposal
from trainer.domain.workout import WorkoutItem

RULES = load_rules()


@dataclass
class Slots:
    """What was proposed so far, slot by slot."""

    earlier: dict[int, list[WorkoutItem]] = field(default_factory=dict)

    def check(self, now: Proposal) -> set[Move]:
        """Holds what must hold of any proposal after those before it."""
        for at, found in enumerate(now.items):
            assert found.reasons, "every target has its reason"
            for reason in (*now.reasons, *found.reasons):
                assert RULES[reason.rule].text.format_map(reason.numbers)
            if found.proposed is not None:
                before = self.earlier.setdefault(at, [])
                if found.move is Move.SWAP or found.reasons[0].rule.startswith("swap-"):
                    # While something stands in the way: a rung no higher than the highest so far.
                    highest = max((known()[one.exercise_id].level for one in before), default=5)
                    assert known()[found.proposed.exercise_id].level <= highest
                    continue
                assert not jumped(before, found.proposed, known()), (now.day, found.proposed, found.reasons)
                before.append(found.proposed)
        ids = [found.proposed.exercise_id for found in now.items if found.proposed is not None]
        assert len(ids) == len(set(ids)), "no exercise stands in a workout twice"
        return {found.move for found in now.items}
