"""What the pages work with once the log is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trainer.domain.clock import Clock
from trainer.services.history import History
from trainer.services.library import Library
from trainer.services.safekeeping import Safekeeping
from trainer.services.training import Training
from trainer.services.transfer import Transfer
from trainer.store import Store
from trainer.ui.session_driver import SoundPlayer


@dataclass(frozen=True, slots=True)
class Desk:
    """The open store and the services on it; made on the worker by the composition root."""

    clock: Clock
    store: Store
    library: Library
    training: Training
    history: History
    transfer: Transfer
    safekeeping: Safekeeping
    make_sound: Callable[[], SoundPlayer]

    def close(self) -> None:
        """Closes the store; nothing on the desk may be used after that."""
        self.store.close()
