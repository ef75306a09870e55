"""``make conformance``: how Switchboard does on other people's material, as tables."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import click

from conformance import material, openapi_documents, real_tools, schema_suite

LONGEST_S = 10
MOST_MEMORY = 500 * 2**20
# Its definition says `strict: true` and is not.
KNOWN_PROBLEMS = ["insert_level_with_spaces"]


def main() -> int:
    """Prints every table; 1 when anything is worse than it should be."""
    if not material.folder().is_dir():
        click.echo(f"There is no {material.folder()}. Name it: SWITCHBOARD_CONFORMANCE_DATA=…")
        return 2
    verdicts = [_schema_suite(), _real_tools(), _openapi()]
    click.echo("\nConformance: " + ("as it should be." if all(verdicts) else "something is wrong."))
    return 0 if all(verdicts) else 1


def _schema_suite() -> bool:
    scores = [
        schema_suite.score(each) for each in schema_suite.DRAFTS if schema_suite.is_there(each)
    ]
    rows = [
        (
            each.draft,
            str(each.cases),
            str(each.cases - len(each.ours)),
            str(each.cases - len(each.library)),
        )
        for each in scores
    ]
    _table("JSON Schema Test Suite, required", ("draft", "tests", "ours", "jsonschema"), rows)
    for each in scores:
        _names(f"{each.draft}, missed here", each.ours)
        _names(f"{each.draft}, missed by jsonschema", each.library)
    for draft in schema_suite.DRAFTS:
        if not schema_suite.is_there(draft):
            click.echo(f"  {draft.folder}: not in {material.schema_suite()}.")
    return all(len(each.ours) <= len(each.library) for each in scores)


def _real_tools() -> bool:
    count = len(material.real_tools())
    checks = {
        "opened": (count, real_tools.not_opened),
        "sendable": (count, lambda: [*{*real_tools.not_sendable()} - {*KNOWN_PROBLEMS}]),
        "linted": (count, real_tools.not_linted),
        "fitted twice": (count, real_tools.not_fitted),
        "arguments checked": (len(material.argument_vectors()), real_tools.disagreeing),
    }
    for each in real_tools.WRITTEN:
        way = "there and back" if each in real_tools.BOTH_WAYS else "written"
        checks[f"{each}, {way}"] = (count, lambda each=each: real_tools.not_converted(each))
    rows, wrong = [], []
    for name, (of, check) in checks.items():
        started = monotonic()
        failed = check()
        wrong += [f"{name}: {each}" for each in failed]
        rows.append((name, f"{of - len(failed):,} of {of:,}", f"{monotonic() - started:.1f} s"))
    _table("Real tools", ("what", "as it should be", "took"), rows)
    _names("not as it should be", wrong)
    return not wrong


def _openapi() -> bool:
    with TemporaryDirectory() as folder:
        done = [*openapi_documents.imports(Path(folder))]
    rows = [
        (
            each.name,
            f"{each.size / 1000:,.0f} kB",
            str(each.tools),
            f"{each.seconds:.1f} s",
            f"{each.memory / 2**20:.0f} MiB",
        )
        for each in done
    ]
    _table("OpenAPI imports", ("document", "size", "tools", "took", "memory"), rows)
    return all(
        each.tools and not each.status and each.seconds < LONGEST_S and each.memory < MOST_MEMORY
        for each in done
    )


def _table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The first column is text, the others stand to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    click.echo(f"\n{title}")
    for row in (header, *rows):
        cells = [
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  " + "   ".join(cells))


def _names(title: str, names: Sequence[str]) -> None:
    if names:
        click.echo(f"  {title}:")
    for each in names:
        click.echo(f"    {each}")


if __name__ == "__main__":
    sys.exit(main())
