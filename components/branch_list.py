"""The branches of a conversation as a tree, each a click away."""

from datetime import UTC, datetime

import streamlit as st

from components import branching, services
from components.ago import ago
from components.branch_names import branch_name, ending_words
from components.workspace import Workspace
from switchboard.branches import TreeLine, branch_tree
from switchboard.conversations import Conversation, conversation_summary
from switchboard.errors import StoreError
from switchboard.summaries import ConversationSummary

_STEP_PX = 20
"""By which a line is moved to the right for each that it comes from, up to ``_DEEPEST``."""

_DEEPEST = 6


def branch_list(workspace: Workspace) -> None:
    """A fold with the tree, where there is more than one conversation in it."""
    conversation = workspace.conversation
    root = conversation.branch.root if conversation.branch else conversation.id
    count = _count(root)
    if count < 2:
        return
    fold = st.expander(f"Branches ({count})", key="talk-branches", on_change="rerun")
    if fold.open:
        with fold, st.container(gap="small", key="talk-branch-tree"):
            for line in branch_tree(_summaries(root, conversation)):
                _line(line, is_here=line.summary.id == conversation.id)


def _count(root: str) -> int:
    try:
        return services.store().count_branches(root)
    except StoreError:
        return 0  # Whoever saves the conversation tells of it, and the rest of the page works.


def _summaries(root: str, here: Conversation) -> list[ConversationSummary]:
    """As they are kept; the present one as it stands on the page."""
    kept = services.store().branches(root)
    return [
        conversation_summary(here, one.updated_at) if one.id == here.id else one for one in kept
    ]


def _line(line: TreeLine, *, is_here: bool) -> None:
    summary = line.summary
    told = f"{ago(summary.updated_at, datetime.now(UTC))} · {ending_words(summary)}"
    with st.container(horizontal=True, gap=None, wrap=False):
        if line.depth:
            st.space(min(line.depth, _DEEPEST) * _STEP_PX)
        with st.container(gap=None):
            _name(summary, is_here=is_here, is_below=line.depth > 0)
            st.caption(told)


def _name(summary: ConversationSummary, *, is_here: bool, is_below: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if is_below:
            st.markdown("└", width="content")
        if is_here:
            st.markdown(f"**{branch_name(summary.said)}**", width="content")
            st.badge("this one", color="green")
        else:
            _buttons(summary)


def _buttons(summary: ConversationSummary) -> None:
    st.button(
        branch_name(summary.said),
        type="tertiary",
        key=f"talk-branch-go-{summary.id}",
        help="Opens this conversation.",
        on_click=branching.go_to,
        args=(summary.id,),
    )
    st.button(
        "Compare",
        type="tertiary",
        icon=":material/compare_arrows:",
        key=f"talk-branch-compare-{summary.id}",
        help="Shows it beside this one.",
        on_click=branching.compare_with,
        args=(summary.id,),
    )
