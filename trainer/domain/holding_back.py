"""What open complaints hold back: the exercises that a place's file names, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.domain.complaint import Complaint
from trainer.domain.hurt import HurtPlace
from trainer.domain.rule import Reason


def held_back(complaints: Iterable[Complaint], places: Mapping[str, HurtPlace]) -> dict[str, Reason]:
    """By exercise id, why it waits; of ended complaints and unknown places nothing."""
    raise NotImplementedError
