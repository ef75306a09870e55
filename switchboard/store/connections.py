"""Connections to one database: to read, or to write in a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from switchboard.store.engines import for_writing, place_of
from switchboard.store.failures import told_plainly


class Connections:
    """What every shelf of the store reads and writes by. Nothing but ``StoreError`` comes out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing_engine = for_writing(engine)
        self._place = place_of(engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly(self._place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_plainly(self._place), self._writing_engine.begin() as connection:
            yield connection
