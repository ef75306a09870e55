"""Which row is which, though rows move: an opened one stays open, and the focus stays with it."""

from components import state
from components.responder_scope import Scope


def row_ids(scope: Scope, count: int) -> list[int]:
    """A number for each row, the same as long as it is there."""
    ids: list[int] = state.value(_key(scope), [])
    if len(ids) != count:
        # Changed elsewhere: in the text itself, or by Undo.
        ids = [*range(count)]
        state.plant(_key(scope), ids)
    return ids


def put_ids(scope: Scope, ids: list[int]) -> None:
    """The rows as they stand after a change of the list. For callbacks."""
    state.plant(_key(scope), ids)


def new_id(ids: list[int]) -> int:
    """One that no row has."""
    return max(ids, default=-1) + 1


def opened(scope: Scope) -> int | None:
    """The row whose editor is shown."""
    return state.value(f"{scope.key}-open", None)


def open_row(scope: Scope, row: int | None) -> None:
    """Shows this row's editor and no other. For callbacks."""
    state.plant(f"{scope.key}-open", row)


def _key(scope: Scope) -> str:
    return f"{scope.key}-rows"
