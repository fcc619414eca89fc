"""wakepy's requests over our own connection to the bus. Linux alone."""

from __future__ import annotations

from jeepney import DBusAddress
from wakepy import DBusAdapter
from wakepy.core import DBusMethodCall

from trainer.desktop.bus import Bus, BusFault

NAME = "Stride Trainer"
REASON = "A training session is running"
_OURS = {"application_name": NAME, "app_id": NAME, "reason_for_inhibit": REASON, "reason": REASON}


class BusAdapter(DBusAdapter):
    """wakepy's way to the bus, in our name, and closed with the first call that fails.

    WORKAROUND: wakepy 1.0.0 signs as "wakepy"; leaves its connection open, and with it what a late service
    grants, when a call failed; and collects garbage as it closes, on this thread, where Qt's widgets must
    not be freed (`ui/garbage.py`).
    """

    def process(self, call: DBusMethodCall) -> object:
        """The answer to a call. Raises BusFault."""
        method = call.method
        named = call.get_kwargs() or {}
        address = DBusAddress(method.path, method.service, method.interface)
        body = tuple(_OURS.get(name, value) for name, value in named.items())
        try:
            return self._bus().call(address, method.name, method.signature or "", body)
        except BusFault:
            self.close_connections()
            raise

    def close_connections(self) -> None:
        while self._connections:
            self.close_connection(self._connections.popitem()[1])

    def close_connection(self, connection: object) -> None:
        if isinstance(connection, Bus):
            connection.close()

    def _create_new_connection(self, _bus: object = None) -> Bus:
        return Bus()

    def _bus(self) -> Bus:
        bus = self._get_connection()
        if not isinstance(bus, Bus):
            raise TypeError("the connections of this adapter are its own")
        return bus
