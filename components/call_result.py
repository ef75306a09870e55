"""A call that waits for its result: the editor, and the ways to get one."""

import json
from dataclasses import replace

import streamlit as st

from components import actions, state
from components.call_answers import answers_editor, answers_fold
from components.call_results import (
    ask_responder,
    fault_key,
    order_fault,
    prepare,
    result_key,
    send_problems_back,
    written_result,
)
from components.cutting import LONG_HEIGHT, beginning_and_end
from components.plain import escaped, with_code
from components.reaching import named_gateway
from components.response_words import response_lines
from components.workspace import Workspace
from switchboard.messages import Call
from switchboard.responders import ByModel, FaultKind, Http, Mcp
from switchboard.responding import Situation
from switchboard.simulate.faults import FAULT_WORDS

_NO_FAULT = ""
_LONGEST_EDITED = 100_000
"""Characters; a longer text keeps the browser busy with every key, and is shown only."""


def result_editor(workspace: Workspace, situation: Situation) -> None:
    """Draws it; a typed result becomes a draft of the workspace's conversation."""
    call = situation.call
    if situation.decision == "denied":
        _denied(call)
        return
    prepare(workspace, situation)
    _text(workspace, situation)
    result = written_result(workspace.conversation, situation)
    if result.text.strip() and not _is_json(result.text):
        st.caption("This is not JSON. It is sent as text, which is allowed.")
    failure = workspace.conversation.preparation(call.id).failure
    if failure:
        st.warning(with_code(failure))
    st.caption("  \n".join(response_lines(result.response)))
    with st.container(horizontal=True, vertical_alignment="center", key=f"talk-ways-{call.id}"):
        _ask_button(situation)
        _problems_button(situation)
        _fault_list(workspace, situation)
        answers_fold(workspace, situation)
    answers_editor(workspace, situation)


def _denied(call: Call) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(":material/block: Denied by you: the model will be told so.")
        st.button(
            "Take it back",
            type="tertiary",
            icon=":material/undo:",
            key=f"talk-undecided-{call.id}",
            on_click=actions.decide,
            args=(call.id, None),
        )


def _text(workspace: Workspace, situation: Situation) -> None:
    call, drafts = situation.call, workspace.conversation.drafts
    key = result_key(call)
    made = workspace.conversation.preparation(call.id).result
    # An emptied result is a draft too: tools do answer nothing.
    first = made.text if made else ""
    if len(drafts.get(call.id, first)) > _LONGEST_EDITED:
        st.code(beginning_and_end(first), language="json", wrap_lines=True, height=LONG_HEIGHT)
        return
    state.seed(key, drafts.get(call.id, first))
    text = st.text_area(
        "Result",
        key=key,
        height="content",
        help="What the tool answers. Something to begin with stands here; write what you like.",
    )
    if text != drafts.get(call.id, first):
        drafts = {**drafts, call.id: text}
        workspace.conversation = replace(workspace.conversation, drafts=drafts)


def _ask_button(situation: Situation) -> None:
    """Of a responder that asks somebody: never without being asked to."""
    action = situation.responder.action if situation.responder else None
    about = "Its answer comes into the editor; nothing is sent to the model yet."
    if isinstance(action, ByModel):
        whom, icon = f"Ask {action.model}", ":material/smart_toy:"
        about = f"At {escaped(named_gateway(action.base_url))}. {about}"
    elif isinstance(action, Http):
        whom, icon = "Ask the endpoint", ":material/public:"
    elif isinstance(action, Mcp):
        whom, icon = f"Ask {action.server}", ":material/hub:"
    else:
        return
    st.button(
        escaped(whom),
        icon=icon,
        key=f"talk-ask-{situation.call.id}",
        help=about,
        on_click=ask_responder,
        args=(situation.call,),
    )


def _problems_button(situation: Situation) -> None:
    if situation.checked.is_valid:
        return
    st.button(
        "Send the problems back",
        icon=":material/undo:",
        key=f"talk-problems-{situation.call.id}",
        help="What is wrong with the call becomes its result, so that the model can mend it. It is "
        "sent at once, if no other call waits.",
        on_click=send_problems_back,
        args=(situation.call, situation.checked.problems),
    )


def _fault_list(workspace: Workspace, situation: Situation) -> None:
    key = fault_key(situation.call)
    made = workspace.conversation.preparation(situation.call.id).result
    ordered = made.response.fault if made else None
    state.seed(key, ordered.value if ordered else _NO_FAULT)
    with st.popover(
        f"Fault: {FAULT_WORDS[ordered].label}" if ordered else "Put a fault in",
        type="tertiary",
        icon=":material/bug_report:",
        key=f"talk-fault-fold-{situation.call.id}",
        help="Spoils this result on purpose, to see how the model bears it.",
    ):
        st.selectbox(
            "Fault",
            [_NO_FAULT, *(kind.value for kind in FaultKind)],
            key=key,
            format_func=lambda one: FAULT_WORDS[FaultKind(one)].label if one else "No fault",
            on_change=order_fault,
            args=(situation,),
        )
        if ordered:
            st.caption(escaped(FAULT_WORDS[ordered].about))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
