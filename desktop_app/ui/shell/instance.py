"""One program a person: a second start hands its file to the first and ends."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.session.folders import Folders

WAIT_MS = 500


class Instance(QObject):
    """Listens on a local socket that only this person can reach; no network is involved.

    Signals:
        asked: Path of a file that a second start was given.
    """

    asked = Signal(str)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folders.state).encode()).hexdigest()[:16]
        self._name = f"isocost-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def hand_over(self, path: Path) -> bool:
        """Give a file to the program that is already running; False when none is."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(f"{path.resolve()}\n".encode())
        taken = socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return taken

    def listen(self) -> bool:
        """Take files from later starts; the socket of a program that crashed is taken over."""
        probe = QLocalSocket()
        probe.connectToServer(self._name)
        if probe.waitForConnected(WAIT_MS):
            return False
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        line = bytes(socket.readAll().data()).decode("utf-8", "replace").strip()
        if line:
            self.asked.emit(line)
