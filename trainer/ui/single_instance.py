"""One window for each data folder: a second start raises the first one and ends."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal

ANSWER_MS = 1000
RAISE = b"raise\n"


def server_name(data_dir: Path) -> str:
    """A local name for the data folder, short enough for every platform's sockets."""
    return f"stride-trainer-{zlib.crc32(str(data_dir.resolve()).encode('utf-8')):08x}"


def raise_running(data_dir: Path) -> bool:
    """Asks a window that runs on this data folder to come to the front; False when there is none."""
    name = server_name(data_dir)
    if sys.platform != "win32" and not Path(QDir.tempPath(), name).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket  # start-up: 20 ms that the first window need not spend

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(RAISE)
    socket.waitForBytesWritten(ANSWER_MS)
    socket.disconnectFromServer()
    return True


class InstanceServer(QObject):
    """Listens for second starts; `raise_requested` when there was one."""

    raise_requested = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer  # start-up: loaded after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        name = server_name(data_dir)
        if not self._server.listen(name):
            # Left by a program that was killed: nobody answered there before this window was made.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
