"""Every fault and oddity with its sentence, for people."""

from collections.abc import Iterator

from switchboard.offline.faults.table import FAULTS
from switchboard.offline.oddities.table import ODDITIES


def listed() -> Iterator[str]:
    """The lines of ``python -m switchboard.offline --faults``."""
    yield "Faults, as offline-flaky:NAME. Those with a * are over when the same request comes"
    yield "again, unless -always is added to the name."
    yield ""
    yield from _lines([(fault.name + "*" * fault.passes, fault.says) for fault in FAULTS])
    yield ""
    yield "Oddities, as offline-odd:NAME."
    yield ""
    yield from _lines([(oddity.name, oddity.says) for oddity in ODDITIES])
    yield ""
    yield "Or, for any model, in the header X-Switchboard-Fault."


def _lines(rows: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(name) for name, _ in rows)
    return (f"  {name:{width}}  {says}" for name, says in rows)
