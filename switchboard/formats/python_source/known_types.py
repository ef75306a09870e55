"""Types that a source need not define: the standard library's and pydantic's, as schemas.

Source of the forms: what pydantic 2 itself gives for them (``TypeAdapter.json_schema``).
"""

from collections.abc import Mapping

from switchboard.wire import JsonObject


def _text(format: str) -> JsonObject:
    return {"type": "string", "format": format}


KNOWN_TYPES: Mapping[str, JsonObject] = {
    "Any": {},
    "JsonValue": {},
    "object": {},
    "None": {"type": "null"},
    "NoneType": {"type": "null"},
    "bool": {"type": "boolean"},
    "StrictBool": {"type": "boolean"},
    "int": {"type": "integer"},
    "StrictInt": {"type": "integer"},
    "PositiveInt": {"type": "integer", "exclusiveMinimum": 0},
    "NonNegativeInt": {"type": "integer", "minimum": 0},
    "NegativeInt": {"type": "integer", "exclusiveMaximum": 0},
    "NonPositiveInt": {"type": "integer", "maximum": 0},
    "float": {"type": "number"},
    "StrictFloat": {"type": "number"},
    "FiniteFloat": {"type": "number"},
    "PositiveFloat": {"type": "number", "exclusiveMinimum": 0},
    "NonNegativeFloat": {"type": "number", "minimum": 0},
    "NegativeFloat": {"type": "number", "exclusiveMaximum": 0},
    "NonPositiveFloat": {"type": "number", "maximum": 0},
    "Decimal": {"type": "number"},
    "str": {"type": "string"},
    "StrictStr": {"type": "string"},
    "LiteralString": {"type": "string"},
    "AnyStr": {"type": "string"},
    "SecretStr": {"type": "string"},
    "bytes": _text("binary"),
    "Base64Bytes": _text("base64"),
    "Base64Str": _text("base64"),
    "date": _text("date"),
    "PastDate": _text("date"),
    "FutureDate": _text("date"),
    "datetime": _text("date-time"),
    "AwareDatetime": _text("date-time"),
    "NaiveDatetime": _text("date-time"),
    "PastDatetime": _text("date-time"),
    "FutureDatetime": _text("date-time"),
    "time": _text("time"),
    "timedelta": _text("duration"),
    "UUID": _text("uuid"),
    "UUID1": _text("uuid"),
    "UUID4": _text("uuid"),
    "UUID7": _text("uuid"),
    "Path": _text("path"),
    "FilePath": _text("path"),
    "DirectoryPath": _text("path"),
    "EmailStr": _text("email"),
    "AnyUrl": _text("uri"),
    "AnyHttpUrl": _text("uri"),
    "HttpUrl": _text("uri"),
    "IPv4Address": _text("ipv4"),
    "IPv6Address": _text("ipv6"),
    "Pattern": _text("regex"),
    "dict": {"type": "object"},
    "Dict": {"type": "object"},
    "Mapping": {"type": "object"},
    "MutableMapping": {"type": "object"},
    "OrderedDict": {"type": "object"},
    "defaultdict": {"type": "object"},
}

LISTS = frozenset(
    [
        "list",
        "List",
        "Sequence",
        "MutableSequence",
        "Iterable",
        "Iterator",
        "Collection",
        "deque",
        "Deque",
        "AsyncIterable",
    ]
)
SETS = frozenset(("set", "Set", "frozenset", "FrozenSet", "AbstractSet", "MutableSet"))
MAPPINGS = frozenset(name for name, schema in KNOWN_TYPES.items() if schema == {"type": "object"})

INJECTED = frozenset(
    [
        "Context",
        "RunContext",
        "RunContextWrapper",
        "ToolContext",
        "ToolRuntime",
        "InjectedState",
        "InjectedStore",
        "InjectedToolCallId",
        "InjectedToolArg",
        "CallbackManagerForToolRun",
        "AsyncCallbackManagerForToolRun",
        "RunnableConfig",
        "Depends",
        "Request",
        "Response",
        "BackgroundTasks",
    ]
)
"""What a framework puts in itself, so that no model is asked for it (MCP, OpenAI's agents,
PydanticAI, LangChain, FastAPI)."""
