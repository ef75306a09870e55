"""Tab leaves the JSON editor, as it leaves any other field.

Ace takes Tab for indenting, which traps whoever uses the keyboard alone (WCAG 2.1.2), and
streamlit-ace 0.1.1 has no option for it. Enter still indents, and so does Ctrl+].
"""

import streamlit as st

_SCRIPT = """
export default function () {
  const free = () => {
    for (const frame of document.querySelectorAll('iframe[title="streamlit_ace.streamlit_ace"]')) {
      const editor = frame.contentDocument?.querySelector(".ace_editor")?.env?.editor;
      editor?.commands.removeCommands(["indent", "outdent"]);
    }
  };
  const timer = setInterval(free, 500);
  return () => clearInterval(timer);
}
"""

_let_tab_leave = st.components.v2.component("let_tab_leave", js=_SCRIPT)


def let_tab_leave_the_editor() -> None:
    """Call it once on a page with a JSON editor, where an empty element does no harm."""
    _let_tab_leave(key="let-tab-leave")
