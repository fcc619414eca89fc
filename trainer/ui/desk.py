"""What the pages work with once the log is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.domain.clock import Clock
from trainer.services.coaching import Coach
from trainer.services.hurting import Hurting
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.services.planning import Planning
from trainer.services.training import Training
from trainer.store import Store

if TYPE_CHECKING:
    from trainer.desktop.desktop import Desktop
    from trainer.ui.cue_player import SoundPlayer


@dataclass(frozen=True, slots=True)
class Desk:
    """The open store and what Today needs on it; made on the worker by the composition root.

    What other pages need (history, transfer, backups) is made on `store` when they are first asked for.
    """

    clock: Clock
    store: Store
    library: Library
    own: OwnLibrary
    training: Training
    coach: Coach
    planning: Planning
    hurting: Hurting
    make_sound: Callable[[], SoundPlayer]
    make_desktop: Callable[[], Desktop]

    def close(self) -> None:
        """Closes the store; nothing on the desk may be used after that."""
        self.store.close()
