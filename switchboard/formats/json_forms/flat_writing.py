"""A tool as one of the flat forms."""

from collections.abc import Iterator

from switchboard.formats.json_forms.chat_writing import schema_or_empty
from switchboard.formats.json_forms.flat import RESPONSES, FlatForm
from switchboard.formats.json_forms.recognition import MARKS
from switchboard.formats.json_forms.written import Written
from switchboard.tools import Tool


def write_flat(tool: Tool, form: FlatForm) -> Written:
    """The tool renamed; what the form has no key for is named."""
    written = Written({"type": form.kind} if form.writes_kind else {})
    _write_function(tool, form, written)
    for key, ours in form.margin.items():
        if ours in tool.margin:
            written.value[key] = tool.margin[ours]
    _write_own(tool, form, written)
    written.lost += [*_beside(tool, form)]
    return written


def _write_function(tool: Tool, form: FlatForm, written: Written) -> None:
    for key, ours in form.function.items():
        if ours in tool.raw:
            written.value[key] = tool.raw[ours]
    if form.needs_schema:
        written.value[form.schema_key()] = schema_or_empty(tool, written)
    if form is RESPONSES and tool.raw.get("strict") is None:
        _write_unsaid(tool, written)


def _write_unsaid(tool: Tool, written: Written) -> None:
    """Without ``strict`` Chat means not strict, and Responses strict where it can be."""
    own = tool.margin.get(RESPONSES.aside)
    if isinstance(own, dict) and own.get("strict", ...) is None:
        written.value["strict"] = None
        return
    written.value["strict"] = False
    written.said.append("`strict` is written as `false`, which leaving it out means in Chat.")


def _write_own(tool: Tool, form: FlatForm, written: Written) -> None:
    own = tool.margin.get(form.aside)
    if not isinstance(own, dict):
        return
    for key, item in own.items():
        if key not in (form.own_keys() | MARKS):
            written.value[key] = item
        elif written.value.get(key, ...) != item:
            written.lost.append(f"{form.aside}.{key}")


def _beside(tool: Tool, form: FlatForm) -> Iterator[str]:
    """What stands in the tool and has no key in the form."""
    yield from (key for key in tool.raw if key not in form.function.values())
    yield from tool.extra
    for key, item in tool.margin.items():
        if key not in form.margin.values() and not (key == form.aside and isinstance(item, dict)):
            yield key
