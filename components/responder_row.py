"""One responder on two lines, and what can be done to it as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components.plain import escaped
from components.responder_kinds import first_words, kind_of
from components.responder_order import open_row, opened, put_ids, row_ids
from components.responder_scope import Scope
from switchboard.problems import Problem
from switchboard.responders import Responder
from switchboard.simulate.plans import condition_words, moved, removed, written_responders
from switchboard.wire import Json

_ICONS = {
    "up": ("Move up", ":material/arrow_upward:"),
    "down": ("Move down", ":material/arrow_downward:"),
    "remove": ("Remove", ":material/delete:"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A responder in its place in the list."""

    at: int
    id: int
    """The same wherever it is moved to."""

    written: Json
    responder: Responder | None
    """As far as a form can show it; ``None``: only as JSON."""

    problems: Sequence[Problem]
    is_never_reached: bool
    is_answering: bool
    """Whether it answers the call at hand."""

    is_last: bool

    @property
    def number(self) -> int:
        """As people count."""
        return self.at + 1


def responder_row(scope: Scope, row: Row, *, is_open: bool) -> None:
    """Draws it."""
    key = f"{scope.key}-{row.id}"
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        st.markdown(_heading(row), width="stretch")
        label = "Done" if is_open else "Edit"
        st.button(label, type="tertiary", key=f"{key}-edit", on_click=_turn, args=(scope, row))
        _icon(scope, row, "up", partial(_move, by=-1), is_disabled=row.at == 0)
        _icon(scope, row, "down", partial(_move, by=1), is_disabled=row.is_last)
        _icon(scope, row, "remove", _remove)
    if row.responder and (words := first_words(row.responder.action)) and not is_open:
        st.caption(escaped(words))
    if row.is_never_reached:
        st.caption(
            ":orange[:material/block: Never answers: an earlier one is for the same arguments.]"
        )


def _heading(row: Row) -> str:
    mark = " :green-badge[answers this call]" if row.is_answering else ""
    if row.responder is None:
        return f"{row.number}\\. :red[:material/error:] **Can't be read**"
    kind = kind_of(row.responder.action)
    words = condition_words(row.responder.when)
    when = "always" if words == "always" else f"when {escaped(words)}"
    return f"{row.number}\\. {kind.icon} **{kind.label}** {when}{mark}"


def _icon(
    scope: Scope,
    row: Row,
    name: str,
    act: Callable[[Scope, Row], None],
    is_disabled: bool = False,
) -> None:
    """A button of which only the icon is seen; its label is for those who hear the page."""
    words, icon = _ICONS[name]
    st.button(
        f"{words}: answer {row.number}",
        icon=icon,
        type="tertiary",
        key=f"{scope.key}-{row.id}-only-icon-{name}",
        help=words,
        disabled=is_disabled,
        on_click=act,
        args=(scope, row),
    )


def _turn(scope: Scope, row: Row) -> None:
    open_row(scope, None if opened(scope) == row.id else row.id)


def _move(scope: Scope, row: Row, by: int) -> None:
    ids = row_ids(scope, len(written_responders(scope.tool)))
    put_ids(scope, moved(ids, row.at, by))
    scope.edit(lambda written: moved(written, row.at, by), "Order of the answers")


def _remove(scope: Scope, row: Row) -> None:
    ids = row_ids(scope, len(written_responders(scope.tool)))
    put_ids(scope, [id for id in ids if id != row.id])
    scope.edit(lambda written: removed(written, row.at), "Remove an answer")
