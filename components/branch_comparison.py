"""Two branches beside each other, in a window over the page."""

from collections.abc import Sequence

import streamlit as st

from components import branching, services
from components.branch_names import branch_name
from components.figures import counted
from components.message_words import first_words, message_words, speaker
from components.plain import escaped
from components.side_by_side import side_by_side
from components.workspace import Workspace
from switchboard.branches import Pair, compared
from switchboard.conversations import Conversation, Entry
from switchboard.documents import from_document

_MOST = 100
"""Messages of one comparison that are drawn."""


def comparison_of(workspace: Workspace) -> None:
    """The window, if another branch was asked for."""
    if workspace.comparing is None or workspace.inspecting:
        return
    saved = services.store().conversation(workspace.comparing)
    if saved is None:
        st.toast("This conversation is no longer kept.")
        workspace.comparing = None
        return
    other = from_document(Conversation, saved.document)
    window = st.dialog("Compare", width="large", on_dismiss=_close)
    window(_compare)(other, workspace.conversation)


def _close() -> None:
    branching.compare_with(None)


def _compare(left: Conversation, right: Conversation) -> None:
    comparison = compared(left, right)
    one, other = st.columns(2)
    one.markdown(f"**{_name(left)}**")
    other.markdown(f"**{_name(right)}** · this one")
    if comparison.shared:
        st.caption(f"Both begin with the same {counted(comparison.shared, 'message')}.")
    if not comparison.rows:
        st.caption("From there on nothing differs.")
    for number, row in enumerate(comparison.rows[:_MOST]):
        with st.container(key=f"talk-compare-{number}", gap="xsmall"):
            _row(row, left.entries, right.entries)
    if len(comparison.rows) > _MOST:
        st.caption(f"… and {counted(len(comparison.rows) - _MOST, 'message')} more.")


def _name(conversation: Conversation) -> str:
    return branch_name(conversation.branch.said if conversation.branch else "")


def _row(row: Pair, left: Sequence[Entry], right: Sequence[Entry]) -> None:
    if row.mark == "same" and row.left:
        told = f"{speaker(row.left, left)}, the same in both: {first_words(row.left)}"
        st.caption(escaped(told))
        return
    texts = side_by_side(_words(row.left), _words(row.right))
    columns = st.columns(2)
    for column, entry, entries, text in zip(
        columns, (row.left, row.right), (left, right), (texts.left, texts.right), strict=True
    ):
        with column:
            _side(entry, entries, text, is_alone=row.mark != "changed")
    if texts.is_cut or texts.is_same:
        st.caption("More differs here than is shown.")


def _side(entry: Entry | None, entries: Sequence[Entry], text: str, *, is_alone: bool) -> None:
    if entry is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(escaped(speaker(entry, entries)), width="content")
        if is_alone:
            st.badge("only here", color="blue")
        else:
            st.badge("changed", color="orange")
    st.code(text, language="diff", wrap_lines=True)


def _words(entry: Entry | None) -> str:
    return message_words(entry.message) if entry else ""
