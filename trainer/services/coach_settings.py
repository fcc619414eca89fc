"""What the coach goes by, from the settings."""

from __future__ import annotations

from trainer.domain.coach.settings import CoachSettings
from trainer.domain.pain import Limits
from trainer.settings import EQUIPMENT, INTAKE, KNEELING_HURTS, PAIN_PROGRESS, PAIN_STOP, Settings


def coach_settings(settings: Settings) -> CoachSettings:
    """As they are now; a yes among the intake's answers keeps what is heavy from being the next step."""
    return CoachSettings(
        equipment=settings.get(EQUIPMENT) if settings.kept(EQUIPMENT) else None,
        kneeling_hurts=settings.get(KNEELING_HURTS),
        pain_progress=settings.get(PAIN_PROGRESS),
        pain_stop=settings.get(PAIN_STOP),
        heavy=not any(settings.get(INTAKE).values()),
    )


def pain_limits(settings: Settings) -> Limits:
    """The pain table's limits as they are set now."""
    return coach_settings(settings).limits
