"""The socket of one request, kept at hand so that it can be shut from another thread."""

import socket
import threading
from contextlib import suppress


class Line:
    """Shut before there is a socket, it shuts the one that comes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self._is_shut = False

    def take(self, sock: socket.socket) -> None:
        """From now on it is about this socket. Raises ``OSError`` when it was shut."""
        with self._lock:
            if self._is_shut:
                raise OSError("The line was shut.")
            self._let_go()
            # A second handle: the first is given away when the connection is made secure.
            self._handle = sock.dup()

    def shut(self) -> None:
        """Ends the connection both ways, also one that is only being made."""
        with self._lock:
            self._is_shut = True
            if self._handle is not None:
                # Not close(), which leaves a blocked recv() blocked.
                with suppress(OSError):  # It may be gone already.
                    self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Lets the socket go."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.close()
