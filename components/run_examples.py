"""Calls of a run kept as examples, in the saved toolset that the run was sent with."""

from dataclasses import dataclass

import streamlit as st

from components import services
from components.figures import counted
from components.plain import escaped
from switchboard.errors import StoreError
from switchboard.messages import Message
from switchboard.runs import Step
from switchboard.store import Store
from switchboard.tools import (
    MOST_EXAMPLES,
    CheckedCall,
    check_call,
    check_toolset,
    examples_of,
    has_example,
    with_example,
)
from switchboard.toolset_records import ToolsetSummary
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a click does."""

    toolset: ToolsetSummary
    """As it was when the button was drawn."""

    tool: str
    arguments: JsonObject


def example_buttons(step: Step, message: Message, *, key: str) -> None:
    """One for each call that fits the tools as they are now and is no example yet."""
    store = services.store()
    toolset = _saved(store, step.toolset) if message.calls and step.toolset else None
    text = store.toolset_text(toolset.hash) if toolset else None
    if toolset is None or text is None:
        return
    tools = check_toolset(text).tools
    for number, call in enumerate(message.calls):
        checked = check_call(call, tools)
        if checked.arguments and _is_new(checked):
            _button(_Deed(toolset, call.name, checked.arguments), key=f"{key}-{number}")


def _saved(store: Store, text_hash: str) -> ToolsetSummary | None:
    """The toolset that has this text, best as its newest."""
    versions = sorted(store.toolset_of(text_hash), key=lambda one: not one.is_newest)
    known = {one.id: one for one in store.toolsets()}
    return next((known[one.id] for one in versions if one.id in known), None)


def _is_new(checked: CheckedCall) -> bool:
    tool, arguments = checked.tool, checked.arguments
    if tool is None or not arguments or not checked.is_valid:
        return False
    return len(examples_of(tool)) < MOST_EXAMPLES and not has_example(tool, arguments)


def _button(deed: _Deed, *, key: str) -> None:
    st.button(
        f"Keep as an example of {escaped(deed.tool)}",
        type="tertiary",
        icon=":material/bookmark_add:",
        key=f"run-example-{key}",
        help=f"Saves a new version of {escaped(deed.toolset.name)}.",
        on_click=_keep,
        args=(deed,),
    )


def _keep(deed: _Deed) -> None:
    try:
        st.toast(_kept(services.store(), deed))
    except StoreError as error:
        st.toast(escaped(f"This is not kept: {error.message} {error.advice}"))


def _kept(store: Store, deed: _Deed) -> str:
    before = store.toolset_text(deed.toolset.hash) or ""
    after = with_example(before, deed.tool, deed.arguments)
    if after == before:
        return "This has no place in the toolset as it is now."
    saved = store.save_toolset(
        deed.toolset.id, "", after, f"An example of {deed.tool} from a run.", seen=deed.toolset.hash
    )
    return f"Kept. {escaped(saved.name)} has {counted(len(saved.versions), 'version')} now."
