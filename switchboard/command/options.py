"""Options that hold several names."""

from collections.abc import Callable

import click

Names = tuple[str, ...]


def names_of(
    kind: str, known: Names
) -> Callable[[click.Context, click.Parameter, str | None], Names | None]:
    """Reads names with commas between, each of them known."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> Names | None:
        names = tuple(filter(None, map(str.strip, (value or "").split(","))))
        for each in names:
            if each not in known:
                listed = ", ".join(known)
                raise click.BadParameter(f"No {kind} is called {each!r}. Known are: {listed}.")
        if value is not None and not names:
            raise click.BadParameter(f"Name a {kind}.")
        return names or None

    return read
