"""Text that grows by pieces."""


class GrowingText:
    """Pieces in order. Adding costs the same however long it is; reading costs one join."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Appends."""
        self._pieces.append(piece)

    def read(self) -> str:
        """All of it. Reading twice joins only what came in between."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def __bool__(self) -> bool:
        return bool(self._pieces)
