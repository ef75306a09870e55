"""The bytes of a reply, kept as they arrive: appended to, never changed."""

import zlib

from sqlalchemy import Connection, select

from switchboard.store.tables import RECEIVED


def append_piece(connection: Connection, step_id: str, data: bytes) -> None:
    """One more piece of what a step received."""
    # Level 1: this stands between the network and the screen, and JSON shrinks well anyway.
    piece = zlib.compress(data, level=1)
    connection.execute(RECEIVED.insert().values(step_id=step_id, piece=piece))


def read_pieces(connection: Connection, step_id: str) -> bytes:
    """Everything a step received, in the order it came."""
    pieces = (
        select(RECEIVED.c.piece).where(RECEIVED.c.step_id == step_id).order_by(RECEIVED.c.number)
    )
    return b"".join(zlib.decompress(piece) for piece in connection.execute(pieces).scalars())
