"""The body of a request to a model: its tools, messages, model and settings."""

import json
from collections.abc import Iterator

from switchboard.formats.json_forms import read_json_tools
from switchboard.formats.requests.message_reading import chat_messages, content_of
from switchboard.formats.requests.notes import Notes
from switchboard.formats.requests.responses_reading import as_chat_fields, responses_messages
from switchboard.formats.requests.setting_reading import chat_settings
from switchboard.formats.requests.values import RequestReading
from switchboard.formats.wording import shown
from switchboard.messages import Message
from switchboard.tools.json_text import read_json
from switchboard.wire import Json, JsonObject

_SIGNS = frozenset(("messages", "input", "tools", "functions", "model", "prompt"))


def read_body(text: str) -> RequestReading:
    """What the text asks of a model, in Chat's words or in those of Responses."""
    read = read_json(text)
    value, notes = read.value, Notes(problems=[*read.problems])
    if not read.is_json:
        return RequestReading(problems=read.problems)
    if not isinstance(value, dict) or not _SIGNS & value.keys():
        notes.wrong(
            "This is no request to a model: an object with `messages` (or `input`) is expected;"
            f" this is {shown(value)}."
        )
        return RequestReading(problems=tuple(notes.problems))
    return _read(value, notes)


def _read(body: JsonObject, notes: Notes) -> RequestReading:
    is_responses = "input" in body and "messages" not in body
    if is_responses:
        notes.say("This asks Responses; it is held as what asks the same of Chat.")
        messages = responses_messages(body, notes)
        body = as_chat_fields(body, notes)
    else:
        messages = (*_system(body, notes), *chat_messages(body.get("messages", []), notes))
        body = {name: value for name, value in body.items() if name != "system"}
    if "prompt" in body:
        notes.say("`prompt` is of the older completions, which have no messages.")
    entries = _tools(body, notes)
    model = body.get("model")
    return RequestReading(
        model=model if isinstance(model, str) else "",
        messages=messages,
        settings=chat_settings(body, notes),
        entries=entries,
        problems=tuple(notes.problems),
        notes=tuple(notes.sentences),
    )


def _system(body: JsonObject, notes: Notes) -> Iterator[Message]:
    """The system message of Anthropic's interface, which stands beside the messages."""
    if "system" in body:
        notes.say("This asks Anthropic's Messages; calls and results in it are kept as they came.")
        yield Message("system", content_of(body["system"]))


def _tools(body: JsonObject, notes: Notes) -> tuple[JsonObject, ...]:
    """The tools, in whatever form; what is none is told with its place in the body."""
    found: list[JsonObject] = []
    for key in ("tools", "functions"):
        listed: Json = body.get(key)
        if listed:
            reading = read_json_tools(json.dumps(listed))
            found += reading.entries
            for each in reading.problems:
                notes.wrong(each.message, (key, *each.path))
            for sentence in reading.notes:
                notes.say(sentence)
    return tuple(found)
