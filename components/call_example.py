"""A call's arguments kept as an example of its tool, in the toolset's own text."""

from dataclasses import replace

import streamlit as st

from components import state
from components.json_editor import replace_text, typed_text
from components.parts import redraw
from components.toolset_picker import EDITOR
from switchboard.tools import MOST_EXAMPLES, CheckedCall, examples_of, has_example, with_example
from switchboard.wire import JsonObject


def example_button(checked: CheckedCall, *, key: str, is_disabled: bool) -> None:
    """Keeps what would be worth keeping: arguments that fit a tool of the toolset."""
    tool, arguments = checked.tool, checked.arguments
    if tool is None or not arguments or not checked.is_valid:
        return
    if has_example(tool, arguments):
        st.caption(":material/bookmark_added: Kept as an example")
        return
    is_full = len(examples_of(tool)) >= MOST_EXAMPLES
    st.button(
        "Keep as an example",
        type="tertiary",
        icon=":material/bookmark_add:",
        key=f"talk-example-{key}",
        help=f"The tool has {MOST_EXAMPLES} examples already."
        if is_full
        else "Writes these arguments beside the tool, where they are never sent.",
        disabled=is_disabled or is_full,
        on_click=_keep,
        args=(tool.name, arguments),
    )


def _keep(tool_name: str, arguments: JsonObject) -> None:
    workspace = state.workspace()
    before = typed_text(EDITOR, workspace.conversation.toolset)
    after = with_example(before, tool_name, arguments)
    workspace.notice = "" if after != before else "This has no place in the toolset as it is now."
    workspace.conversation = replace(workspace.conversation, toolset=after)
    replace_text(EDITOR)
    redraw()
