"""Rows as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime

from switchboard.summaries import AnswerRow

_NAMES = tuple(field.name for field in fields(AnswerRow))

# A spreadsheet takes a cell that begins with one of these for a formula, and a formula can send
# what stands in other cells elsewhere. Source: OWASP, "CSV Injection".
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def answers_csv(rows: Sequence[AnswerRow]) -> bytes:
    """The answers as ``csv_table`` writes them, a column for each field."""
    return csv_table(_NAMES, ([getattr(row, name) for name in _NAMES] for row in rows))


def csv_table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A header and a line per row: UTF-8 with the mark by which Excel knows it, CRLF (RFC 4180).

    Unknown is empty, times are ISO 8601 in UTC. A text that a spreadsheet would take for a formula
    gets an apostrophe in front.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows(map(_cell, row) for row in rows)
    return written.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_BEGINS_A_FORMULA) else str(value)
    return value
