"""Messages, calls and answers: values that know nothing of networks, stores or screens."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from switchboard.wire import JsonObject, Role


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of text among the parts of a message."""

    text: str


@dataclass(frozen=True, slots=True)
class ImagePart:
    """An image of a user's message."""

    url: str
    """An ``https:`` address or a ``data:image/…;base64,…`` URL."""

    detail: str | None = None
    """``auto``, ``low`` or ``high``; ``None`` sends nothing."""


@dataclass(frozen=True, slots=True)
class OtherPart:
    """A content part of a kind this program does not draw, kept and sent back as it came."""

    raw: JsonObject


Part: TypeAlias = TextPart | ImagePart | OtherPart
Content: TypeAlias = str | tuple[Part, ...] | None


@dataclass(frozen=True, slots=True)
class Call:
    """One tool call as the model wrote it."""

    id: str
    """What a result must name. The gateway's own, or ours where it gave none."""

    name: str

    arguments: str
    """The raw text; it need not be JSON and is never thrown away."""

    extra: JsonObject = field(default_factory=dict)
    """Keys of the call that the interface does not know, sent back as they came (Gemini's
    ``thought_signature`` lives in one). ``type`` is among them when it is not ``function``;
    ``function``, or ``custom``, when more was in it than a name and arguments."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation, of any role."""

    role: Role
    content: Content = None
    name: str | None = None
    calls: tuple[Call, ...] = ()
    """An assistant's tool calls, in the order they were written."""

    call_id: str | None = None
    """Which call a ``tool`` message answers."""

    refusal: str | None = None
    reasoning: str | None = None
    """Reasoning text of gateways that give it; ``None`` when none was given."""

    extra: JsonObject = field(default_factory=dict)
    """Unknown keys of the message, kept as they came; reasoning also under the gateway's own name
    for it, so that it can be sent back under that."""

    @property
    def text(self) -> str:
        """The text of the content, its text parts joined; empty when there is none."""
        if self.content is None or isinstance(self.content, str):
            return self.content or ""
        return "\n\n".join(part.text for part in self.content if isinstance(part, TextPart))

    def with_text(self, text: str) -> "Message":
        """With this text in place of its text; images and other parts stay."""
        if isinstance(self.content, tuple):
            others = tuple(part for part in self.content if not isinstance(part, TextPart))
            return replace(self, content=(*others, TextPart(text)) if text else others)
        return replace(self, content=None if self.calls and not text else text)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the content, in order; none when it is plain text."""
        return self.content if isinstance(self.content, tuple) else ()

    @property
    def images(self) -> tuple[ImagePart, ...]:
        """The images of the content, in order."""
        return tuple(part for part in self.parts if isinstance(part, ImagePart))


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer. ``None`` means the gateway did not say, which is not zero."""

    input_tokens: int | None = None
    """Everything sent, cached parts included."""

    output_tokens: int | None = None
    """Everything written, reasoning included."""

    total_tokens: int | None = None
    cached_tokens: int | None = None
    """The part of the input that was read from a cache."""

    reasoning_tokens: int | None = None
    """The part of the output that was reasoning."""

    raw: JsonObject = field(default_factory=dict)
    """The usage object as it came."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the ``n`` answers a request may ask for."""

    message: Message
    index: int = 0
    finish_reason: str | None = None
    """As the gateway said it; the presence of calls, not this, decides whether there are calls."""

    logprobs: JsonObject | None = None
    extra: JsonObject = field(default_factory=dict)
    """Unknown keys of the choice, kept as they came (Azure's ``content_filter_results``)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought back, as far as it had arrived."""

    choices: tuple[Choice, ...] = ()
    usage: Usage | None = None
    model: str | None = None
    """The model that answered, by its own account."""

    response_id: str | None = None
    created: int | None = None
    """Unix seconds, the gateway's clock."""

    system_fingerprint: str | None = None
    service_tier: str | None = None
    notes: tuple[str, ...] = ()
    """Oddities that were repaired in reading, one sentence each; a clean reply has none."""

    complete: bool = False
    """Whether the reply came to its own end."""

    @property
    def message(self) -> Message:
        """The first choice's message; an empty assistant message when nothing has arrived."""
        return self.choices[0].message if self.choices else Message(role="assistant")

    @property
    def finish_reason(self) -> str | None:
        """The first choice's finish reason."""
        return self.choices[0].finish_reason if self.choices else None
