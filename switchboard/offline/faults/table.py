"""Every fault by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from switchboard.offline.faults import breaking, disguising, foreign, picking, refusing
from switchboard.offline.right import Right
from switchboard.offline.sending import Sent


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a reply goes wrong."""

    name: str
    says: str
    """What happens, as a sentence."""

    spoil: Callable[[Right], Sent]
    passes: bool = False
    """Whether it is over when the same request comes again."""


def _refused(reply: Callable[[], Sent]) -> Callable[[Right], Sent]:
    return lambda _right: reply()


FAULTS: tuple[Fault, ...] = (
    Fault(
        "429",
        "Too many requests, with retry-after-ms, retry-after and six x-ratelimit headers.",
        _refused(refusing.too_many_requests),
        passes=True,
    ),
    Fault("500", "A server error.", _refused(refusing.server_error), passes=True),
    Fault("503", "Overloaded, with retry-after-ms.", _refused(refusing.overloaded), passes=True),
    Fault("cut-word", "The connection is cut within a word.", breaking.cut_in_a_word, passes=True),
    Fault(
        "cut-arguments",
        "The connection is cut within the arguments of the last call.",
        breaking.cut_in_arguments,
        passes=True,
    ),
    Fault("no-reply", "The connection is closed before any reply.", breaking.no_reply, passes=True),
    Fault(
        "error-in-stream",
        "An error object follows half of the stream, under status 200.",
        breaking.error_inside,
        passes=True,
    ),
    Fault("502", "The web page of a proxy.", disguising.bad_gateway, passes=True),
    Fault("408", "Request time-out.", _refused(refusing.request_timeout), passes=True),
    Fault("409", "Conflict.", _refused(refusing.conflict), passes=True),
    Fault(
        "error-event",
        "The stream breaks off with `event: error` and no error key.",
        breaking.error_event,
        passes=True,
    ),
    Fault("empty", "Status 200 and no body.", disguising.empty, passes=True),
    Fault(
        "no-choices",
        "A stream of [DONE] alone; not streamed, a reply whose choices are empty.",
        disguising.no_choices,
        passes=True,
    ),
    Fault("silence", "Half of the reply, then nothing more.", breaking.silence, passes=True),
    Fault("no-answer", "The request is taken and never answered.", breaking.no_answer, passes=True),
    Fault(
        "429-slow",
        "Too many requests, with a retry-after of five seconds and six x-ratelimit headers.",
        _refused(refusing.too_many_for_a_while),
        passes=True,
    ),
    Fault("slow", "Every word takes twenty times as long.", breaking.slow),
    Fault(
        "quota",
        "429 with the code insufficient_quota, which waiting does not mend.",
        _refused(refusing.quota_used_up),
    ),
    Fault("html", "A sign-in page with status 200.", disguising.web_page),
    Fault(
        "redirect", "A redirect (307) to an address where there is nothing.", disguising.redirect
    ),
    Fault("content-type", "The right reply with a wrong content type.", disguising.mislabelled),
    Fault("invalid-utf8", "A byte within the text that is no UTF-8.", breaking.invalid_utf8),
    Fault(
        "json-for-stream",
        "JSON in one piece although a stream was asked for.",
        disguising.whole_for_stream,
    ),
    Fault("stream-for-json", "A stream although none was asked for.", disguising.stream_for_whole),
    *(
        Fault(
            f"refuse-{field}",
            f"400 or 422 that names {field}, if it was sent.",
            picking.refusing(field),
        )
        for field in picking.REFUSED
    ),
    Fault(
        "tool-use-failed",
        "400 with the call that the model failed to write, as Groq has it.",
        _refused(foreign.tool_use_failed),
    ),
    Fault("error-text", "400 whose error is a text.", _refused(foreign.error_as_text)),
    Fault("error-detail", "422 with FastAPI's detail.", _refused(foreign.error_as_detail)),
    Fault("error-list", "400 with the error in a list.", _refused(foreign.error_as_list)),
    Fault("error-top", "400 with object: error at the top.", _refused(foreign.error_at_top)),
    Fault("error-words", "500 in plain text.", _refused(foreign.error_in_words)),
    Fault("error-empty", "500 without a body.", _refused(foreign.error_without_words)),
)
