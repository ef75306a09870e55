"""What a message says, found without understanding it: numbers, dates, places, quotations."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import chain

from switchboard.offline.reading.companies import find_companies
from switchboard.offline.reading.dates import find_dates, find_times
from switchboard.offline.reading.findings import Finding
from switchboard.offline.reading.marks import (
    find_codes,
    find_emails,
    find_formulas,
    find_quoted,
    find_urls,
)
from switchboard.offline.reading.names import find_han_names, find_names
from switchboard.offline.reading.numbers import find_numbers
from switchboard.offline.reading.places import find_places
from switchboard.offline.reading.sums import find_sums

__all__ = ["Finding", "read_text"]


def read_text(text: str, today: date | None = None) -> tuple[Finding, ...]:
    """Everything found, in the order of the text; where two overlap, the surer kind stays."""
    return _read(text, today or date.today())


# Every tool and every parameter looks at the same few clauses.
@lru_cache(maxsize=256)
def _read(text: str, today: date) -> tuple[Finding, ...]:
    found = chain(
        find_urls(text),
        find_emails(text),
        find_quoted(text),
        find_dates(text, today),
        find_times(text),
        find_formulas(text),
        find_companies(text),
        find_places(text),
        find_codes(text),
        find_numbers(text),
        find_names(text),
        find_han_names(text),
    )
    # The numbers of a sum may be wanted one by one: it hides nothing and is hidden by nothing.
    kept = [*_surest(find_sums(text)), *_surest(found)]
    return tuple(sorted(kept, key=lambda finding: finding.start))


def _surest(findings: Iterable[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in findings:
        if not any(finding.overlaps(other) for other in kept):
            kept.append(finding)
    return kept
