"""Recorded replies in files."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Keeps a body in a file of this name."""

    def keep(name: str, body: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(body)
        return path

    return keep
