"""The answers of a toolset that were never used."""

from collections.abc import Sequence

import streamlit as st

from components.figures import counted
from components.plain import escaped
from components.setup import Setup
from components.workspace import Workspace
from switchboard.sweeps import Sweep, UnusedResponder, never_used, used_responders
from switchboard.tools import Tool


def unused_in_conversation(workspace: Workspace, setup: Setup) -> None:
    """Folded, and only where others of the toolset's answers were used in the conversation."""
    used = used_responders(workspace.conversation)
    if not used:
        return
    unused = never_used(used, setup.toolset.tools)
    if unused and len(unused) < len(never_used((), setup.toolset.tools)):
        _folded(unused, "in this conversation", key="toolset-unused")


def unused_in_sweep(sweep: Sweep, tools: Sequence[Tool]) -> None:
    """Those that answered neither in one of its turns nor in the conversation itself."""
    used = sweep.used | used_responders(sweep.order.conversation)
    if unused := never_used(used, tools):
        _folded(unused, "in this sweep", key="talk-sweep-unused")


def _folded(unused: Sequence[UnusedResponder], where: str, *, key: str) -> None:
    were = "was" if len(unused) == 1 else "were"
    label = f"{counted(len(unused), 'answer')} of this toolset {were} never used {where}"
    with st.expander(label, key=key):
        st.markdown("\n".join(map(_line, unused)))


def _line(one: UnusedResponder) -> str:
    return f"- **{escaped(one.tool)}**, answer {one.position}: {escaped(one.wording)}"
