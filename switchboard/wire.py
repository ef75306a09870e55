"""What crosses the network, as TypedDicts: the chat-completions interface.

Source: OpenAI's API reference for ``GET /v1/models`` and ``POST /v1/chat/completions``. These
types say what a correct party sends; what really arrives is read with ``.get`` all the way.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]

Role: TypeAlias = Literal["system", "developer", "user", "assistant", "tool"]


class FunctionDefinition(TypedDict):
    """A function as a model is told of it. No ``parameters`` means no arguments."""

    name: str
    description: NotRequired[str]
    parameters: NotRequired[JsonObject]
    strict: NotRequired[bool]


class FunctionTool(TypedDict):
    """One entry of a request's ``tools``."""

    type: Literal["function"]
    function: FunctionDefinition


class FunctionCall(TypedDict):
    """What the model wrote: ``arguments`` is JSON as text, and need not parse."""

    name: str
    arguments: str


class ToolCall(TypedDict):
    """One entry of an assistant message's ``tool_calls``."""

    id: str
    type: Literal["function"]
    function: FunctionCall


class Message(TypedDict):
    """A message of any role; ``content`` is text, content parts, or null beside tool calls."""

    role: Role
    content: NotRequired[str | list[JsonObject] | None]
    name: NotRequired[str]
    tool_calls: NotRequired[list[ToolCall]]
    tool_call_id: NotRequired[str]


class StreamOptions(TypedDict):
    """Only sent together with ``stream: true``."""

    include_usage: bool


class NamedFunction(TypedDict):
    """The inner object of a named ``tool_choice``."""

    name: str


class NamedToolChoice(TypedDict):
    """A ``tool_choice`` that asks for one function."""

    type: Literal["function"]
    function: NamedFunction


class AllowedTools(TypedDict):
    """The inner object of an ``allowed_tools`` choice."""

    mode: Literal["auto", "required"]
    tools: list[NamedToolChoice]


class AllowedToolsChoice(TypedDict):
    """A ``tool_choice`` that leaves the model only some of the tools."""

    type: Literal["allowed_tools"]
    allowed_tools: AllowedTools


class JsonSchemaForm(TypedDict):
    """The inner object of a ``json_schema`` response format; strict is false unless said."""

    name: str
    schema: JsonObject
    strict: NotRequired[bool]


class ResponseFormat(TypedDict):
    """The form an answer must have; ``json_schema`` goes with the type of that name alone."""

    type: Literal["text", "json_object", "json_schema"]
    json_schema: NotRequired[JsonSchemaForm]


class ChatRequest(TypedDict):
    """The body of ``POST /v1/chat/completions``: only what a person set is sent.

    A person's own JSON may add any other field.
    """

    model: str
    messages: list[Message]
    tools: NotRequired[list[FunctionTool]]
    tool_choice: NotRequired[str | NamedToolChoice | AllowedToolsChoice]
    parallel_tool_calls: NotRequired[bool]
    temperature: NotRequired[float]
    top_p: NotRequired[float]
    max_tokens: NotRequired[int]
    max_completion_tokens: NotRequired[int]
    frequency_penalty: NotRequired[float]
    presence_penalty: NotRequired[float]
    seed: NotRequired[int]
    logit_bias: NotRequired[dict[str, int]]
    logprobs: NotRequired[bool]
    top_logprobs: NotRequired[int]
    response_format: NotRequired[ResponseFormat]
    reasoning_effort: NotRequired[str]
    verbosity: NotRequired[str]
    n: NotRequired[int]
    stop: NotRequired[list[str]]
    service_tier: NotRequired[str]
    store: NotRequired[bool]
    metadata: NotRequired[dict[str, str]]
    prompt_cache_key: NotRequired[str]
    safety_identifier: NotRequired[str]
    user: NotRequired[str]
    stream: NotRequired[bool]
    stream_options: NotRequired[StreamOptions]
