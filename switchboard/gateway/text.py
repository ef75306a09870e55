"""Text that grows by pieces."""


class GrowingText:
    """Pieces in order. Adding costs the same however long it is; reading costs one join."""

    __slots__ = ("_pieces", "add")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        # The list's own method: every chunk comes through here, and a method around it costs more.
        self.add = self._pieces.append

    def read(self) -> str:
        """All of it. Reading twice joins only what came in between."""
        if len(self._pieces) > 1:
            self._pieces[:] = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def ends_in(self, characters: str) -> bool:
        """Whether the last character is one of these, told without joining."""
        return bool(self._pieces) and self._pieces[-1][-1:] in characters

    def __bool__(self) -> bool:
        return bool(self._pieces)
