"""A picture small enough to cost next to nothing, large enough that no gateway refuses its size."""

import base64
import struct
import zlib

_SIDE = 64
_RED = b"\xd0\x10\x10"


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def _png() -> bytes:
    """A square of one colour. Source: the PNG specification, W3C, third edition."""
    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    rows = (b"\x00" + _RED * _SIDE) * _SIDE
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


RED_SQUARE = f"data:image/png;base64,{base64.b64encode(_png()).decode()}"
"""As a data URL."""
