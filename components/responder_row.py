"""One responder on two lines, and what can be done to it as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.plain import escaped
from components.responder_kinds import first_words, kind_of
from components.responder_order import open_row, opened, put_ids, row_ids
from components.responder_scope import Scope
from switchboard.problems import Problem
from switchboard.responders import Responder
from switchboard.simulate.plans import condition_words, moved, removed, written_responders
from switchboard.wire import Json


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
        _move(scope, row, by=-1, is_disabled=row.at == 0)
        _move(scope, row, by=1, is_disabled=row.is_last)
        st.button(
            ":material/delete:",
            type="tertiary",
            key=f"{key}-remove",
            help="Remove",
            on_click=_remove,
            args=(scope, row),
        )
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


def _move(scope: Scope, row: Row, *, by: int, is_disabled: bool) -> None:
    way, words = ("upward", "Move up") if by < 0 else ("downward", "Move down")
    st.button(
        f":material/arrow_{way}:",
        type="tertiary",
        key=f"{scope.key}-{row.id}-{words}",
        help=words,
        disabled=is_disabled,
        on_click=_moved,
        args=(scope, row, by),
    )


def _turn(scope: Scope, row: Row) -> None:
    open_row(scope, None if opened(scope) == row.id else row.id)


def _moved(scope: Scope, row: Row, by: int) -> None:
    ids = row_ids(scope, len(written_responders(scope.tool)))
    scope.edit(lambda written: moved(written, row.at, by), "Order of the answers")
    put_ids(scope, moved(ids, row.at, by))


def _remove(scope: Scope, row: Row) -> None:
    ids = row_ids(scope, len(written_responders(scope.tool)))
    scope.edit(lambda written: removed(written, row.at), "Remove an answer")
    put_ids(scope, [id for id in ids if id != row.id])
