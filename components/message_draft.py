"""A message as its editor has it: the values of the editor's fields, read back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components import state
from components.attachments import Attached, content_of, taken
from switchboard.conversations import Entry, new_id
from switchboard.messages import Call, ImagePart, Message, Part, TextPart


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written, and what of it could not be taken."""

    message: Message
    refusals: tuple[str, ...] = ()
    """A sentence each."""


def edit_key(entry_id: str, field: str = "") -> str:
    """The key of a field in a message's editor; of its text when none is named."""
    return f"talk-edit-{entry_id}" + (f"-{field}" if field else "")


def new_row() -> str:
    """A call that is added by hand: its place in the editor, and its id until another is typed.

    Nine letters and digits, which is the form that Mistral insists on.
    """
    return f"c{new_id()[:8]}"


def call_rows(entry: Entry) -> tuple[str, ...]:
    """The calls in the editor: digits for those the message had, else ``new_row``."""
    before = tuple(str(index) for index in range(len(entry.message.calls)))
    return state.value(edit_key(entry.id, "calls"), before)


def part_rows(entry: Entry) -> tuple[int, ...]:
    """Which parts of the message the editor still has, text aside."""
    parts = enumerate(entry.message.parts)
    before = tuple(index for index, part in parts if not isinstance(part, TextPart))
    return state.value(edit_key(entry.id, "parts"), before)


def call_of(entry: Entry, row: str) -> Call:
    """The call as it was when the editor was opened."""
    return entry.message.calls[int(row)] if row.isdigit() else Call(row, "", "{}")


def written(entry: Entry, *, accepts: frozenset[str]) -> Draft:
    """The message; what its role does not have is gone.

    ``accepts``: the kinds of parts that can be added, as in ``Profile.parts``.
    """
    old = entry.message
    role = state.value(edit_key(entry.id, "role"), old.role)
    base = old if role == old.role else Message(role)
    text = state.value(edit_key(entry.id), old.text)
    name = state.value(edit_key(entry.id, "name"), base.name or "").strip()
    message = replace(base, name=name or None)
    if role == "user":
        return _of_user(entry, message, text, accepts)
    if role == "assistant":
        message = replace(message, calls=_calls(entry))
    if role == "tool":
        call_id = state.value(edit_key(entry.id, "call"), message.call_id)
        message = replace(message, call_id=call_id or None)
    return Draft(message.with_text(text))


def _of_user(entry: Entry, message: Message, text: str, accepts: frozenset[str]) -> Draft:
    files: Sequence[Attached] = state.value(edit_key(entry.id, "files"), ())
    parts = [_part(entry, index) for index in part_rows(entry)]
    added = taken(files, accepts=accepts, detail=None, beside=parts)
    content = content_of(text, (*parts, *added.parts))
    return Draft(replace(message, content=content or ""), added.refusals)


def _part(entry: Entry, index: int) -> Part:
    part = entry.message.parts[index]
    if isinstance(part, ImagePart):
        return replace(part, detail=state.value(edit_key(entry.id, f"detail-{index}"), part.detail))
    return part


def _calls(entry: Entry) -> tuple[Call, ...]:
    return tuple(_call(entry, row) for row in call_rows(entry))


def _call(entry: Entry, row: str) -> Call:
    old = call_of(entry, row)
    return replace(
        old,
        id=state.value(edit_key(entry.id, f"{row}-id"), old.id),
        name=state.value(edit_key(entry.id, f"{row}-name"), old.name),
        arguments=state.value(edit_key(entry.id, f"{row}-arguments"), old.arguments),
    )
