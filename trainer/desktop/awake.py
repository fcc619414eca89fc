"""A screen that stays awake while it is asked to."""

from __future__ import annotations

import logging
import threading

RENEW_S = 60.0
"""How often the desktop is asked anew (own rule): a screen saver that was restarted has forgotten us."""

_log = logging.getLogger(__name__)


class Awake:
    """Keeps the screen awake from `hold` to `release`. Every call returns at once and never raises.

    A thread talks to the desktop, as a service that hangs keeps it for seconds. Where the desktop refuses,
    the log says so once for each `hold`, and it is asked again every `renew_s` seconds. The end of the
    process, however it comes, releases too.
    """

    def __init__(self, renew_s: float = RENEW_S) -> None:
        self._renew_s = renew_s
        self._released: threading.Event | None = None

    def hold(self) -> None:
        """Keeps the screen awake from now on; does nothing when it is kept already."""
        if self._released is None:
            self._released = threading.Event()
            keeper = threading.Thread(
                target=_keep, args=(self._released, self._renew_s), name="awake", daemon=True
            )
            keeper.start()

    def release(self) -> None:
        """Lets the screen go dark again; does nothing when it may already."""
        if self._released is not None:
            self._released.set()
            self._released = None


def _keep(released: threading.Event, renew_s: float) -> None:
    # Start-up: 60 ms of imports, which neither the window nor its first session waits for.
    from trainer.desktop.inhibiting import Inhibition

    told = False
    now: Inhibition | None = None
    while not released.is_set():
        before, now = now, Inhibition()
        if before is not None:
            before.end()  # after the new one began: there is no moment between them
        if now.refusal and not told:
            told = True
            _log.warning("the screen may go dark in the session: %s", now.refusal)
        released.wait(renew_s)
    if now is not None:
        now.end()
