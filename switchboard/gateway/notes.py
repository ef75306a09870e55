"""What is said about an oddity that was repaired, one sentence each."""

from collections.abc import Iterable, Sequence

_LONGEST_ATTEMPT = 2_000

ARGUMENTS_OBJECT = (
    "The gateway gave a call's arguments as an object, not as text; written out as JSON."
)
ARGUMENTS_MISSING = "A call came without arguments."
CALL_AS_DICT = "The gateway gave a single call where a list belongs."
CALLS_RULED_OUT = "The request ruled out calls, but the gateway let the model write some."
CALL_REPEATED = "The gateway repeated a call; the repetition was left out."
CONTENT_PARTS = "The gateway gave the text as a list of parts; joined."
CUT_WHOLE = "The JSON reply was not whole; what had arrived of its answer is shown."
DATA_KEEP_ALIVE = "The gateway sent keep-alives as data; left out."
DUPLICATE_ID = "The gateway gave two calls the same id; the later one was given an id of our own."
FINISH_WITHOUT_CALLS = "The gateway said it finished to call tools, but wrote no call."
ID_MISSING = "The gateway gave a call no id; it was given one of our own."
INDEX_MISSING = "The gateway gave calls no index; told apart by id and name."
INDEX_SHARED = "The gateway gave two calls the same index; told apart by id, name and arguments."
INDEX_SPREAD = "The gateway spread one call over several indexes; joined by its id."
JSON_FOR_STREAM = "The gateway labelled a plain JSON reply as an event stream."
LEGACY_CALL = "The gateway wrote the call in the old function_call field."
LINES_OF_JSON = "The gateway sent lines of JSON instead of an event stream."
LONE_SURROGATES = (
    "The reply held halves of characters; those that found no other half were replaced."
)
NAME_MISSING = "A call came without a name."
NO_BLANK_LINES = "The gateway sent events without blank lines between them; split by line."
NO_DONE = "The stream ended without [DONE]."
NO_FINAL_BLANK = "The stream ended without a blank line after its last event."
NO_FINISH = "The gateway gave no finish reason."
NOT_CHUNKS = "The stream held events that are no chunks; left out."
NOT_UTF8 = "The reply held bytes that are no UTF-8; replaced."
PARALLEL_RULED_OUT = "The request allowed one call at a time, but the gateway gave several."
STREAM_FOR_JSON = "The gateway sent an event stream labelled as something else."
TOO_LARGE = "The reply held numbers too long, or nesting too deep, to keep; read as null."
TORN_EVENT = "The stream was cut in the middle of an event; the torn event was left out."
USAGE_IN_CHOICE = "The gateway gave its token counts inside a choice."
WHOLE_MESSAGE = "The gateway sent whole messages instead of pieces."


def failed_generation(attempt: str) -> str:
    """For an answer that the gateway itself refused to hand on."""
    cut = "…" if len(attempt) > _LONGEST_ATTEMPT else ""
    return f"The gateway refused what the model had written: {attempt[:_LONGEST_ATTEMPT]}{cut}"


def finish_with_calls(reason: str) -> str:
    """For a reply that has calls but names another reason."""
    return f"The gateway gave the finish reason {reason!r} although it wrote calls."


def odd_role(role: str) -> str:
    """For an answer that says it is somebody else's."""
    return f"The gateway gave the answer the role {role[:40]!r}; read as assistant's."


def json_labelled(content_type: str) -> str:
    """For a JSON reply under the label of something else."""
    return f"The gateway labelled a JSON reply as {content_type[:40]!r}; read as what it is."


def no_call_written(allowed: Sequence[str]) -> str:
    """For a reply without the call that the request asked for."""
    wanted = f"a call of {_listed(allowed)}" if allowed else "a call"
    return f"The request asked for {wanted}, but the gateway ignored that: there is none."


def other_call_written(others: Sequence[str], allowed: Sequence[str]) -> str:
    """For calls of functions that the request left out."""
    return (
        f"The request allowed only calls of {_listed(allowed)}, "
        f"but the gateway let the model call {_listed(others)}."
    )


def unparsed_call(names: Sequence[str]) -> str:
    """For text that spells out a call."""
    return f"The text looks like an unparsed tool call: {_listed(names)}."


def _listed(names: Sequence[str]) -> str:
    quoted = [repr(name[:64]) for name in dict.fromkeys(names)]
    more = f" and {len(quoted) - 3} more" if len(quoted) > 3 else ""
    return ", ".join(quoted[:3]) + more


class Notes:
    """An ordered set of sentences."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        """Adds it once."""
        self._sentences[sentence] = None

    def read(self, more: Iterable[str] = ()) -> tuple[str, ...]:
        """All of them, in the order in which they were first added."""
        return tuple(self._sentences | dict.fromkeys(more))
