"""What the buttons at a call that waits for its result do. Callbacks, as in ``actions``."""

from collections.abc import Sequence
from dataclasses import replace

from components import state
from components.asking import ask, attentive, go_on
from components.parts import redraw
from components.setup import current_setup
from components.workspace import Workspace
from switchboard import desk
from switchboard.conversations import Conversation
from switchboard.messages import Call
from switchboard.problems import Problem
from switchboard.responders import FaultKind
from switchboard.responding import (
    Situation,
    costs_nothing,
    readied,
    situations,
    with_example,
    with_fault,
    written,
)
from switchboard.responses import Response, Result
from switchboard.simulate.verdicts import problems_as_result


def result_key(call: Call) -> str:
    """The key of the editor in which a call's result is written."""
    return f"talk-result-{call.id}"


def fault_key(call: Call) -> str:
    """The key of the list of faults at a call."""
    return f"talk-fault-{call.id}"


def text_of(conversation: Conversation, call: Call) -> str:
    """The text of a call's result as it stands: typed, drafted, or made ready."""
    return state.value(result_key(call), _untyped(conversation, call))


def written_result(conversation: Conversation, situation: Situation) -> Result:
    """What is in the call's editor, with how it came about, if it is still that."""
    return written(text_of(conversation, situation.call), conversation, situation)


def take_typed_results(workspace: Workspace) -> None:
    """Makes drafts of what was typed since the page was drawn. First in every callback that may
    leave an editor undrawn."""
    for call in workspace.conversation.pending_calls:
        text = text_of(workspace.conversation, call)
        if text != _untyped(workspace.conversation, call):
            drafts = {**workspace.conversation.drafts, call.id: text}
            workspace.conversation = replace(workspace.conversation, drafts=drafts)


def take_results(workspace: Workspace) -> None:
    """Sends what stands in the editors of all pending calls, and the model goes on."""
    conversation = workspace.conversation
    tools = current_setup(workspace).toolset.tools
    waiting = situations(conversation, tools)
    results = [(one.call, written_result(conversation, one)) for one in waiting]
    _forget_widgets(conversation.pending_calls)
    ask(workspace, desk.answered(conversation, results))


def take_written(workspace: Workspace) -> None:
    """Makes results of what a person has written; an example that merely stood there is none."""
    tools = current_setup(workspace).toolset.tools
    for situation in situations(workspace.conversation, tools):
        conversation, call_id = workspace.conversation, situation.call.id
        prepared = conversation.preparation(call_id)
        result = prepared.result
        if call_id in conversation.drafts:
            result = written_result(conversation, situation)
        elif result and costs_nothing(result):
            result = None
        workspace.conversation = conversation.prepared(
            call_id, replace(prepared, result=result, failure="")
        )
    _forget_widgets(workspace.conversation.pending_calls)


def prepare(workspace: Workspace, situation: Situation) -> None:
    """Makes something to begin with ready for the call, as the toolset has it now. No callback:
    call it before the editor is drawn."""
    take_typed_results(workspace)
    before = workspace.conversation
    workspace.conversation = with_example(before, situation)
    if workspace.conversation is not before:
        state.forget(result_key(situation.call))


def ask_responder(call: Call) -> None:
    """Has the call answered by its responder, for the person to look at."""
    workspace = attentive()
    take_typed_results(workspace)
    forget_result(workspace, call)
    go_on(workspace, only=frozenset({call.id}))
    redraw()


def send_problems_back(call: Call, problems: Sequence[Problem]) -> None:
    """Makes what is wrong with the call its result, and sends it, if no other call waits."""
    workspace = attentive()
    take_typed_results(workspace)
    _put(workspace, call, Result(problems_as_result(problems), Response("problems")))
    if len(workspace.conversation.pending_calls) == 1:
        take_results(workspace)
    redraw()


def order_fault(situation: Situation) -> None:
    """Puts the fault that was picked into the result, or takes it out again."""
    workspace, call = attentive(), situation.call
    take_typed_results(workspace)
    picked: str = state.value(fault_key(call), "")
    text = text_of(workspace.conversation, call)
    workspace.conversation = with_fault(
        workspace.conversation, situation, text, FaultKind(picked) if picked else None
    )
    state.forget(result_key(call))
    redraw()


def forget_made(workspace: Workspace, tool_name: str) -> None:
    """Drops what was made ready for this tool's pending calls: it answers in another way now."""
    take_typed_results(workspace)
    for call in workspace.conversation.pending_calls:
        if call.name == tool_name and call.id not in workspace.conversation.drafts:
            forget_result(workspace, call)


def _untyped(conversation: Conversation, call: Call) -> str:
    """The text of its result but for what was typed since the page was drawn."""
    made = readied(conversation, call)
    return conversation.drafts.get(call.id, made.text if made else "")


def _put(workspace: Workspace, call: Call, result: Result) -> None:
    prepared = workspace.conversation.preparation(call.id)
    forget_result(workspace, call)
    workspace.conversation = workspace.conversation.prepared(
        call.id, replace(prepared, result=result, failure="", good=None)
    )


def forget_result(workspace: Workspace, call: Call) -> None:
    """Without what stands in its editor; a person's word on it stays."""
    prepared = workspace.conversation.preparation(call.id)
    kept = replace(prepared, result=None, failure="", good=None)
    workspace.conversation = workspace.conversation.freed({call.id}).prepared(call.id, kept)
    state.forget(result_key(call))


def _forget_widgets(calls: Sequence[Call]) -> None:
    """So that a later call of the same id does not find what was typed for this one."""
    for call in calls:
        state.forget(result_key(call))
        state.forget(fault_key(call))
