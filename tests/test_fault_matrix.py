"""Every fault and every oddity of the offline gateway, streamed and not, with words, one call and
two calls: the run is saved, what arrived is kept in the answer, and the person can go on."""

import json
from dataclasses import replace
from itertools import product

import pytest

from switchboard.conversations import Conversation
from switchboard.desk import Desk, answered, said
from switchboard.gateway import Gateway
from switchboard.jobs import Jobs
from switchboard.offline import OfflineGateway
from switchboard.offline.faults.picking import REFUSED
from switchboard.offline.faults.table import FAULTS
from switchboard.offline.oddities.table import ODDITIES
from switchboard.responses import Result
from switchboard.runs import Step, StepStatus
from switchboard.settings import Settings, Timeouts
from switchboard.store import Store

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The current weather of a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    },
}
PARIS, ROME = ("get_weather", {"city": "Paris"}), ("get_weather", {"city": "Rome"})

ASKS = {
    "words": ("hello", (), []),
    "one call": ("Weather in Paris?", (WEATHER,), [PARIS]),
    "two calls": ("Weather in Paris and Rome?", (WEATHER,), [PARIS, ROME]),
}

# What had come before it broke off is left, of a stream and of JSON in one piece.
BREAK_OFF = {"cut-word", "cut-arguments", "error-in-stream", "error-event", "silence"}
CUT_WHOLE = {"cut-word", "cut-arguments"}
STILL_AN_ANSWER = {"slow", "content-type", "invalid-utf8", "json-for-stream", "stream-for-json"}
# Only what the app sends of itself is refused here: see tests/test_refusals_by_name.py.
NOT_SENT = {f"refuse-{field}" for field in REFUSED if field != "stream_options"}
STREAMED_ONLY = "refuse-stream_options"
SILENT = {"silence", "no-answer"}

FAULT_NAMES = [fault.name for fault in FAULTS]
ODDITY_NAMES = [oddity.name for oddity in ODDITIES]


@pytest.fixture(scope="module")
def offline():
    gateway = OfflineGateway.start(pace_ms=0)
    yield gateway
    gateway.stop()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('matrix') / 'runs.sqlite3'}")
    yield store
    store.close()


@pytest.fixture(scope="module")
def desk(kept):
    jobs = Jobs(kept)
    yield Desk(jobs)
    jobs.stop_all()


@pytest.fixture
def ask(desk, offline):
    """Sends the conversation and waits; what stands then, and the step."""

    def send(conversation: Conversation, tools, name: str = "") -> tuple[Conversation, Step]:
        silence = 0.3 if name in SILENT else 60
        timeouts = Timeouts(first_byte_s=silence, silence_s=silence)
        gateway = Gateway("Offline", offline.base_url, timeouts=timeouts, max_retries=0)
        asked = desk.ask(conversation, tools, gateway=gateway)
        assert desk.jobs.find(asked.step_id).wait(30)
        return desk.settled(asked), desk.jobs.step(asked.step_id)

    return send


def begin(model: str, question: str, *, stream: bool) -> Conversation:
    return said(Conversation(model=model, settings=Settings(stream=stream)), question)


def calls_of(conversation: Conversation):
    calls = conversation.messages[-1].calls
    return [(call.name, json.loads(call.arguments)) for call in calls]


MATRIX = list(product(FAULT_NAMES, (True, False), ASKS))


@pytest.mark.parametrize(
    ("name", "stream", "kind"),
    MATRIX,
    ids=[f"{name}-{'streamed' if stream else 'whole'}-{kind}" for name, stream, kind in MATRIX],
)
def test_after_any_fault_the_run_is_saved_what_arrived_is_kept_and_the_person_goes_on(
    ask, kept, name, stream, kind
):
    question, tools, _ = ASKS[kind]
    conversation = begin(f"offline-flaky:{name}-always", question, stream=stream)

    conversation, step = ask(conversation, tools, name)

    is_answer = name in STILL_AN_ANSWER | NOT_SENT or (name == STREAMED_ONLY and not stream)
    saved = kept.run(step.run_id).steps[-1]
    assert saved == step
    assert saved.status is (StepStatus.FINISHED if is_answer else StepStatus.FAILED)
    assert (saved.fault is None) is is_answer
    leaves_something = BREAK_OFF if stream else CUT_WHOLE
    assert has_arrived(conversation) is (is_answer or name in leaves_something)
    if name in BREAK_OFF | STILL_AN_ANSWER:
        assert kept.received(step.id)
    conversation, step = go_on(ask, conversation, tools)
    assert step.status is StepStatus.FINISHED
    assert has_arrived(conversation)


def has_arrived(conversation: Conversation) -> bool:
    """Whether an answer stands in the conversation, with words or a call's name."""
    last = conversation.messages[-1]
    return last.role == "assistant" and bool(last.text or any(call.name for call in last.calls))


def go_on(ask, conversation: Conversation, tools) -> tuple[Conversation, Step]:
    """Gives results to calls, or says something more, and asks a model that answers."""
    pending = conversation.pending_calls
    if pending:
        conversation = answered(
            conversation, [(call, Result('{"celsius": 18}')) for call in pending]
        )
    elif not conversation.awaits_answer:
        conversation = said(conversation, "thanks")
    return ask(replace(conversation, model="offline-chat"), tools)


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("name", [fault.name for fault in FAULTS if fault.passes])
def test_after_a_fault_that_passes_trying_again_brings_the_answer(ask, name, stream):
    # Words of its own: the gateway counts the tries of everything that reads the same.
    conversation = begin(f"offline-flaky:{name}", f"hello, {name}!", stream=stream)

    _, failed = ask(conversation, (), name)
    conversation, step = ask(conversation, (), name)

    assert failed.status is StepStatus.FAILED
    assert step.status is StepStatus.FINISHED
    assert conversation.messages[-1].text.startswith("Hello! I am Switchboard")


# What these take away, nobody can bring back.
LESS = {
    "empty-arguments": lambda calls: [(name, "") for name, _ in calls],
    "null-arguments": lambda calls: [(name, "") for name, _ in calls],
    "call-as-text": lambda calls: [],
    "function-call": lambda calls: calls[:1],
    "ignored-choice": lambda calls: [],
}
ODD_MATRIX = list(product([name for name in ODDITY_NAMES if name not in LESS], (True, False), ASKS))


@pytest.mark.parametrize(
    ("name", "stream", "kind"),
    ODD_MATRIX,
    ids=[f"{name}-{'streamed' if stream else 'whole'}-{kind}" for name, stream, kind in ODD_MATRIX],
)
def test_an_oddity_changes_nothing_in_what_is_understood(ask, name, stream, kind):
    question, tools, calls = ASKS[kind]

    conversation, step = ask(begin(f"offline-odd:{name}", question, stream=stream), tools)

    assert (step.status, step.fault) == (StepStatus.FINISHED, None)
    assert calls_of(conversation) == calls
    assert len({call.id for call in conversation.messages[-1].calls}) == len(calls)
    text = conversation.messages[-1].text
    assert text == "" if calls else text.startswith("Hello! I am Switchboard")


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("name", [name for name in ODDITY_NAMES if name not in LESS])
def test_an_oddity_of_two_choices_mixes_nothing_up(ask, name, stream):
    question, tools, calls = ASKS["two calls"]
    conversation = begin(f"offline-odd:{name}", question, stream=stream)
    settings = replace(conversation.settings, n=2)

    _, step = ask(replace(conversation, settings=settings), tools)

    assert [
        [(call.name, json.loads(call.arguments)) for call in choice.message.calls]
        for choice in step.answer.choices
    ] == [calls, calls]


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("name", LESS)
def test_what_an_oddity_takes_away_is_all_that_is_missing(ask, name, stream):
    question, tools, calls = ASKS["two calls"]

    conversation, step = ask(begin(f"offline-odd:{name}", question, stream=stream), tools)

    assert (step.status, step.fault) == (StepStatus.FINISHED, None)
    assert [
        (call.name, json.loads(call.arguments) if call.arguments else "")
        for call in conversation.messages[-1].calls
    ] == LESS[name](calls)


NOTED = {
    "same-index": "The gateway gave two calls the same index",
    "no-index": "The gateway gave calls no index",
    "no-id": "The gateway gave a call no id",
    "same-id": "The gateway gave two calls the same id",
    "object-arguments": "The gateway gave a call's arguments as an object",
    "repeated-call": "The gateway repeated a call",
    "single-call": "The gateway gave a single call where a list belongs",
    "finish-stop": "The gateway gave the finish reason 'stop' although it wrote calls",
    "no-blank-lines": "The gateway sent events without blank lines",
    "no-done": "The stream ended without [DONE]",
    "no-finish": "The gateway gave no finish reason",
    "data-keep-alive": "The gateway sent keep-alives as data",
    "usage-in-choice": "The gateway gave its token counts inside a choice",
    "empty-arguments": "A call came without arguments",
    "call-as-text": "The text looks like an unparsed tool call",
    "function-call": "The gateway wrote the call in the old function_call field",
}


@pytest.mark.parametrize(("name", "note"), NOTED.items())
def test_an_oddity_is_named_under_the_answer(ask, name, note):
    question, tools, _ = ASKS["two calls"]

    conversation, _ = ask(begin(f"offline-odd:{name}", question, stream=True), tools)

    assert any(said.startswith(note) for said in conversation.entries[-1].outcome.notes)


@pytest.mark.parametrize("kind", ASKS)
@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
def test_a_clean_reply_has_no_notes(ask, stream, kind):
    question, tools, _ = ASKS[kind]

    conversation, _ = ask(begin("offline-chat", question, stream=stream), tools)

    assert conversation.entries[-1].outcome.notes == ()
