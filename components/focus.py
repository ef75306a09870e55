"""The focus moves to the first result when calls arrive and nothing else has it, and back to the
composer once they are answered.

The composer, in which the person pressed Enter, can't be used meanwhile: the browser takes the
focus from what is disabled, and the way back through the page is long (WCAG 2.4.3).
"""

from collections.abc import Sequence

import streamlit as st

from switchboard.messages import Call

_SCRIPT = """
export default function ({ data, parentElement }) {
  const before = parentElement.callsBefore;
  parentElement.callsBefore = data.calls;
  // A conversation that is opened with its calls was not asked for with Enter.
  if (before === undefined || before === data.calls) return;
  // The editor may be drawn later than this; a touch screen would open its keyboard.
  if (!matchMedia("(pointer: fine)").matches) return;
  const target = data.calls
    ? 'textarea[aria-label="Result"]:not(:disabled)'
    : 'textarea[data-testid="stChatInputTextArea"]:not(:disabled)';
  let tries = data.calls ? 30 : 100;
  const timer = setInterval(() => {
    const isFree = !document.activeElement || document.activeElement === document.body;
    const found = document.querySelector(target);
    if (isFree && found) found.focus({ preventScroll: true });
    if (!isFree || found || !--tries) clearInterval(timer);
  }, 100);
}
"""

_focus_result = st.components.v2.component("focus_result", js=_SCRIPT)


def focus_first_result(calls: Sequence[Call]) -> None:
    """Call it on every drawing of the page, with the calls that wait for a result."""
    _focus_result(key="focus-result", data={"calls": " ".join(call.id for call in calls)})
