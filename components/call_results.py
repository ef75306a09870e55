"""What the buttons at a call that waits for its result do. Callbacks, as in ``actions``."""

from collections.abc import Sequence
from dataclasses import replace

from components import state
from components.asking import go_on
from components.parts import redraw
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.messages import Call
from switchboard.problems import Problem
from switchboard.responders import FaultKind
from switchboard.responding import Situation, at_once, finished, situations
from switchboard.responses import Response, Result
from switchboard.simulate.verdicts import check_result, problems_as_result
from switchboard.tools import Tool


def result_key(call: Call) -> str:
    """The key of the editor in which a call's result is written."""
    return f"talk-result-{call.id}"


def written_result(conversation: Conversation, situation: Situation) -> Result:
    """What is in the call's editor, with how it came about, if it is still that."""
    call = situation.call
    made = conversation.preparation(call.id).result
    draft = conversation.drafts.get(call.id, made.text if made else "")
    text = state.value(result_key(call), draft)
    if made and made.text == text:
        return made
    problems = check_result(text, situation.plan.output_schema)
    return Result(text, Response("hand", problems=problems))


def ask_responder(call: Call) -> None:
    """Has the call answered by its responder, for the person to look at."""
    workspace = _attentive()
    _forget(workspace, call)
    go_on(workspace, only=frozenset({call.id}))
    redraw()


def send_problems_back(call: Call, problems: Sequence[Problem]) -> None:
    """Makes what is wrong with the call its result."""
    workspace = _attentive()
    _put(workspace, call, Result(problems_as_result(problems), Response("problems")))
    redraw()


def order_fault(situation: Situation) -> None:
    """Puts the fault that was picked into the result, or takes it out again."""
    workspace = _attentive()
    call = situation.call
    picked: str = state.value(fault_key(call), "")
    prepared = workspace.conversation.preparation(call.id)
    before = written_result(workspace.conversation, situation)
    good = before.text if prepared.good is None else prepared.good
    ordered = replace(situation, ordered=FaultKind(picked) if picked else None)
    source = Response(before.response.source, before.response.responder)
    spoilt = finished(Result(good, source), ordered) if picked else Result(good, source)
    _put(workspace, call, spoilt)
    workspace.conversation = workspace.conversation.prepared(
        call.id,
        replace(
            workspace.conversation.preparation(call.id),
            fault=ordered.ordered,
            good=good if picked else None,
        ),
    )
    redraw()


def fault_key(call: Call) -> str:
    """The key of the list of faults at a call."""
    return f"talk-fault-{call.id}"


def prepare(workspace: Workspace, situation: Situation) -> None:
    """Makes ready what answers the call at once, if nothing is yet. Not a callback: for drawing."""
    conversation, call = workspace.conversation, situation.call
    prepared = conversation.preparation(call.id)
    if call.id in conversation.drafts or prepared.result or prepared.failure:
        return
    answer = at_once(situation)
    if isinstance(answer, Result):
        prepared = replace(prepared, result=answer)
    else:
        prepared = replace(prepared, failure=answer.reason)
    workspace.conversation = conversation.prepared(call.id, prepared)


def take_written(workspace: Workspace, tools: Sequence[Tool]) -> None:
    """Makes results of what a person has written; an example that merely stood there is none."""
    for situation in situations(workspace.conversation, tools):
        conversation, call_id = workspace.conversation, situation.call.id
        prepared = conversation.preparation(call_id)
        result = prepared.result
        if call_id in conversation.drafts:
            result = written_result(conversation, situation)
        elif result and result.response.source == "plausible":
            result = None
        workspace.conversation = conversation.prepared(
            call_id, replace(prepared, result=result, failure="")
        )


def forget_made(workspace: Workspace, tool_name: str) -> None:
    """Drops what was made ready for this tool's pending calls: it answers in another way now."""
    for call in workspace.conversation.pending_calls:
        if call.name == tool_name and call.id not in workspace.conversation.drafts:
            _forget(workspace, call)


def _put(workspace: Workspace, call: Call, result: Result) -> None:
    prepared = workspace.conversation.preparation(call.id)
    _forget(workspace, call)
    workspace.conversation = workspace.conversation.prepared(
        call.id, replace(prepared, result=result, failure="")
    )


def _forget(workspace: Workspace, call: Call) -> None:
    """Without what stands in its editor; a person's word on it stays."""
    prepared = workspace.conversation.preparation(call.id)
    kept = replace(prepared, result=None, failure="")
    workspace.conversation = workspace.conversation.freed({call.id}).prepared(call.id, kept)
    state.forget(result_key(call))


def _attentive() -> Workspace:
    workspace = state.workspace()
    workspace.notice = ""
    workspace.inspecting = None
    return workspace
