"""Every oddity by its name."""

from switchboard.offline.framing import Framing
from switchboard.offline.oddities import calling, ending, naming, numbering, older, saying
from switchboard.offline.oddities.oddity import Oddity

ODDITIES: tuple[Oddity, ...] = (
    Oddity("same-index", "All calls have index 0.", "calls", numbering.same_index),
    Oddity("no-index", "Calls have no index.", "calls", numbering.no_index),
    Oddity("null-index", "The index of calls is null.", "calls", numbering.null_index),
    Oddity("text-index", "The index of calls is a text.", "calls", numbering.text_index),
    Oddity("no-id", "Calls have no id.", "calls", numbering.no_id),
    Oddity("blank-id", "The id of calls is empty.", "calls", numbering.blank_id),
    Oddity("null-id", "The id of calls is the word null.", "calls", numbering.null_text_id),
    Oddity("same-id", "All calls have the same id.", "calls", numbering.same_id),
    Oddity("id-everywhere", "Every fragment repeats the id.", "calls", numbering.id_everywhere),
    Oddity("object-arguments", "Arguments are an object.", "calls", calling.object_arguments),
    Oddity("whole-calls", "Each call comes in one piece.", "calls", calling.whole_calls),
    Oddity("split-name", "The name comes in two halves.", "calls", naming.split_name),
    Oddity("repeated-name", "Every fragment repeats the name.", "calls", naming.repeated_name),
    Oddity("late-name", "The name follows the arguments.", "calls", naming.late_name),
    Oddity(
        "repeated-call", "Calls come again under another index.", "calls", calling.repeated_call
    ),
    Oddity("extra-keys", "Calls carry a signature to send back.", "calls", calling.extra_keys),
    Oddity("single-call", "tool_calls is one object, no list.", "calls", older.single_call),
    Oddity("finish-stop", "Calls end with the reason stop.", "calls", ending.finish_stop),
    Oddity(
        "finish-tool-calls",
        "Text ends with the reason tool_calls.",
        "text",
        ending.finish_tool_calls,
    ),
    Oddity("content-parts", "The text is a list of parts.", "text", saying.content_parts),
    Oddity(
        "reasoning-content",
        "Reasoning in reasoning_content.",
        "text",
        saying.reasoning_in("reasoning_content"),
    ),
    Oddity("reasoning", "Reasoning in reasoning.", "text", saying.reasoning_in("reasoning")),
    Oddity(
        "reasoning-details", "Reasoning as a list of details.", "text", saying.reasoning_details
    ),
    Oddity("bare", "No id, no clock, no nulls.", "text", saying.bare),
    Oddity("no-space", "No space after data:.", "stream", framing=Framing(field=b"data:")),
    Oddity(
        "comments",
        "Comments between the events.",
        "stream",
        framing=Framing(before=b": PROCESSING\n\n"),
    ),
    Oddity(
        "data-keep-alive",
        "Keep-alives as data.",
        "stream",
        framing=Framing(before=b"data: : keepalive\n\n"),
    ),
    Oddity(
        "event-ids",
        "An id, then a comment and a blank line, before each event.",
        "stream",
        framing=Framing(before=b"id: 1\n: ping\n\n"),
    ),
    Oddity("crlf", "Lines end with CR LF.", "stream", framing=Framing(line_end=b"\r\n")),
    Oddity("cr", "Lines end with CR.", "stream", framing=Framing(line_end=b"\r")),
    Oddity("bom", "A byte-order mark first.", "stream", framing=Framing(start=b"\xef\xbb\xbf")),
    Oddity(
        "no-blank-lines",
        "No blank lines between events.",
        "stream",
        framing=Framing(has_blank_lines=False),
    ),
    Oddity("no-done", "No [DONE] at the end.", "stream", framing=Framing(has_done=False)),
    Oddity(
        "no-last-blank",
        "No [DONE], and no blank line after the last event.",
        "stream",
        framing=Framing(has_done=False, has_last_blank=False),
    ),
    Oddity(
        "filter-first",
        "A first chunk without choices, and a choice without delta.",
        "stream",
        saying.filter_first,
    ),
    Oddity("no-finish", "Never a finish reason.", "stream", ending.no_finish),
    Oddity(
        "empty-finish", "The finish reason is empty until the end.", "stream", ending.empty_finish
    ),
    Oddity(
        "wandering-clock",
        "created changes and is no whole number.",
        "stream",
        saying.wandering_clock,
    ),
    Oddity("no-usage", "No token counts.", "stream", ending.no_usage),
    Oddity(
        "usage-everywhere",
        "Growing token counts in every chunk.",
        "stream",
        ending.usage_everywhere,
    ),
    Oddity(
        "usage-in-choice", "The token counts stand in a choice.", "stream", ending.usage_in_choice
    ),
    Oddity(
        "dummy-choice", "An empty choice beside the token counts.", "stream", ending.dummy_choice
    ),
    Oddity(
        "no-choices-key", "The token counts' chunk has no choices.", "stream", saying.no_choices_key
    ),
    Oddity("empty-arguments", "Calls have empty arguments.", "named", calling.empty_arguments),
    Oddity("null-arguments", "The arguments of calls are null.", "named", calling.null_arguments),
    Oddity("call-as-text", "Calls are written into the text.", "named", older.call_as_text),
    Oddity(
        "function-call",
        "The first call in the old function_call field.",
        "named",
        older.function_call,
    ),
    Oddity(
        "ignored-choice",
        "tool_choice is ignored: words, never a call.",
        "named",
        ignores_choice=True,
    ),
)
