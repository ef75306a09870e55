"""What the servers are asked."""

from switchboard.conversations import Conversation
from switchboard.desk import said
from switchboard.settings import Settings

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


def begin(model: str, question: str, *, stream: bool) -> Conversation:
    """A conversation with one question."""
    return said(Conversation(model=model, settings=Settings(stream=stream)), question)


def calls_of(conversation: Conversation) -> list[tuple[str, str]]:
    """Name and arguments of the calls of the last message."""
    return [(call.name, call.arguments) for call in conversation.messages[-1].calls]
