"""What the buttons of the Playground do.

Callbacks: they run before the page is drawn again, and end by saying how much of it will be.
"""

from components import services, state
from components.address import forget_address
from components.asking import ask, asked_again
from components.attachments import Typed, by_address, content_of, taken
from components.json_editor import replace_text
from components.parts import redraw, redraw_latest
from components.resending import resend_changed
from components.setup import current_setup
from components.state import Workspace
from switchboard import desk
from switchboard.conversations import Conversation
from switchboard.messages import Call, Content

COMPOSER = "talk-composer"
DETAIL = "talk-detail"


def result_key(call: Call) -> str:
    """The key of the editor in which a call's result is written."""
    return f"talk-result-{call.id}"


def submit() -> None:
    """Sends what was typed below the conversation."""
    workspace = _attentive()
    content = _typed_content(workspace)
    had_more, workspace.attached = bool(workspace.attached), ()
    if content:
        _ask(desk.said(workspace.conversation, content))
    if had_more:
        redraw()
    redraw_latest()


def say(text: str) -> None:
    """Sends this message."""
    _ask(desk.said(_attentive().conversation, text))
    redraw()


def send_results() -> None:
    """Sends the results of all pending calls, and the model goes on."""
    conversation = _attentive().conversation
    results = [
        (call, state.value(result_key(call), conversation.drafts.get(call.id, "")))
        for call in conversation.pending_calls
    ]
    _ask(desk.answered(conversation, results))
    redraw()


def try_again() -> None:
    """Sends the same again; what a broken answer had brought makes way."""
    _ask(asked_again(_attentive().conversation))
    redraw()


def resend(step_id: str) -> None:
    """Sends the refused request again without what was refused, and remembers the refusal."""
    resend_changed(_attentive(), step_id)
    redraw()


def run_again(entry_id: str) -> None:
    """Cuts the conversation here and lets the model answer afresh."""
    _ask(_attentive().conversation.up_to(entry_id))
    redraw()


def choose(entry_id: str, position: int) -> None:
    """Goes on with another of the answers that came with this one."""
    workspace = state.workspace()
    if is_free(workspace):
        workspace.conversation = services.desk().choose(workspace.conversation, entry_id, position)
    redraw()


def delete(entry_id: str) -> None:
    """Removes a message, and with it the results of its calls."""
    workspace = state.workspace()
    if is_free(workspace):
        workspace.conversation = workspace.conversation.without(entry_id)
    redraw()


def stop() -> None:
    """Ends the answer that is arriving at once; what had arrived stays."""
    if job := services.desk().job(state.workspace().conversation):
        job.stop()
        job.wait(timeout_s=1)


def new_conversation() -> None:
    """An empty conversation with the same toolset, model and settings."""
    old = state.workspace()
    new = state.begin(old.conversation.started_anew())
    new.typed_address = old.typed_address
    forget_address()
    replace_text("toolset")
    redraw()


def inspect(step_id: str | None) -> None:
    """Opens the inspector of a step, or closes it."""
    state.workspace().inspecting = step_id
    redraw()


def show_earlier() -> None:
    """Draws another window of earlier messages."""
    state.workspace().shown += state.WINDOW


def is_free(workspace: Workspace) -> bool:
    """Whether nothing is arriving; the person is told if it is."""
    if services.desk().job(workspace.conversation) is None:
        return True
    _notice("An answer is arriving: wait for its end, or stop it first.")
    return False


def _attentive() -> Workspace:
    """The workspace, what it last had to tell or show done with."""
    workspace = state.workspace()
    workspace.notice = ""
    workspace.inspecting = None
    return workspace


def _typed_content(workspace: Workspace) -> Content:
    """What was typed, with what goes with it; the person is told of what can't."""
    typed: Typed | None = state.value(COMPOSER, None)
    if typed is None:
        return None
    profile = current_setup(workspace).profile
    detail = state.value(DETAIL, None)
    fetched = by_address(workspace.attached, accepts=profile.parts, detail=detail)
    files = taken(typed.files, accepts=profile.parts, detail=detail)
    workspace.notice = " ".join((*fetched.refusals, *files.refusals))
    return content_of(typed.text, (*fetched.parts, *files.parts))


def _ask(conversation: Conversation) -> None:
    ask(state.workspace(), conversation)


def _notice(sentence: str) -> None:
    state.workspace().notice = sentence
