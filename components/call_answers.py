"""How the tool of a call answers, edited at the call."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components import state
from components.call_results import forget_made, forget_result, written_result
from components.json_editor import replace_text, typed_text
from components.parts import redraw
from components.responder_reach import outsiders
from components.responder_scope import Change, Scope, changed_text
from components.toolset_picker import EDITOR
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.responding import Situation
from switchboard.simulate.plans import plan_of, with_kept
from switchboard.tools import Tool
from switchboard.tools.json_text import read_json
from switchboard.wire import Json

_KEEPS = "Keeps this result as the tool's answer to these arguments, and to no others."
_IS_SPOILT = (
    "A fault was put into this result, and what it was without is not known. Change it, and it can "
    "be kept."
)


def answers_fold(workspace: Workspace, situation: Situation) -> None:
    """The button that opens the editor of the tool's answers, and the one that keeps this result
    as one of them; nothing for a call of no tool."""
    tool, call = situation.checked.tool, situation.call
    if tool is None:
        return
    is_open = workspace.editing == _editing(situation)
    st.button(
        "Close the answers" if is_open else "Answers of this tool",
        type="tertiary",
        icon=":material/rule:",
        key=f"talk-answers-{call.id}",
        help="What it answers, and to which arguments.",
        on_click=_turn,
        args=(situation,),
    )
    is_known = _unspoilt(workspace.conversation, situation) is not None
    st.button(
        "Always answer so",
        type="tertiary",
        icon=":material/keep:",
        key=f"talk-always-{call.id}",
        help=_KEEPS if is_known else _IS_SPOILT,
        disabled=situation.checked.arguments is None or not is_known,
        on_click=_keep,
        args=(situation, tool),
    )


def answers_editor(workspace: Workspace, situation: Situation) -> None:
    """The editor, while it is open at this call."""
    tool = situation.checked.tool
    if tool is None or workspace.editing != _editing(situation):
        return
    # Here, because the first page would wait for it, and few open it there.
    from components.responder_editor import responder_editor

    with st.container(border=True):
        responder_editor(
            Scope(
                tool,
                plan_of(tool),
                partial(_edit, tool),
                key=f"talk-answers-of-{situation.call.id}",
                outsiders=outsiders(),
                arguments=situation.checked.arguments,
            )
        )


def _turn(situation: Situation) -> None:
    workspace, wanted = state.workspace(), _editing(situation)
    workspace.editing = None if workspace.editing == wanted else wanted
    redraw()


def _keep(situation: Situation, tool: Tool) -> None:
    result = _unspoilt(state.workspace().conversation, situation)
    if result is None:
        return
    kept, arguments = _as_json(result), situation.checked.arguments or {}

    def keeping(text: str, now: Tool) -> str:
        return with_kept(text, now, kept, arguments=arguments)

    _change(tool, keeping, "Always answer so")
    # What is kept answers the call now, and says so.
    forget_result(state.workspace(), situation.call)
    redraw()


def _unspoilt(conversation: Conversation, situation: Situation) -> str | None:
    """What stands in the editor, without a fault that was put in on purpose; ``None`` where only
    the spoilt result is known."""
    prepared = conversation.preparation(situation.call.id)
    result = written_result(conversation, situation)
    if not result.response.fault or result != prepared.result:
        return result.text
    return prepared.good.text if prepared.good else None


def _edit(tool: Tool, change: Change, said: str) -> None:
    _change(tool, change, said)
    # The latest part alone would be drawn from the toolset as it was.
    redraw()


def _change(tool: Tool, change: Change, _: str) -> None:
    workspace = state.workspace()
    before = typed_text(EDITOR, workspace.conversation.toolset)
    after = changed_text(before, tool, change)
    workspace.conversation = replace(workspace.conversation, toolset=after)
    forget_made(workspace, tool.name)
    replace_text(EDITOR)


def _as_json(text: str) -> Json:
    """A JSON text is kept as what it says, so that it can be read where it stands."""
    reading = read_json(text)
    return text if not reading.is_json or isinstance(reading.value, str) else reading.value


def _editing(situation: Situation) -> str:
    """What ``Workspace.editing`` is while the answers are open at this call."""
    return f"answers-{situation.call.id}"
