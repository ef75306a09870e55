"""Whoever uses the keyboard stays where they are when what they pressed is gone or opens something.

Streamlit draws an opened popover at the end of the page, so that Tab leads past all the rest first,
and the focus falls back to the page's beginning when a pressed button goes (WCAG 2.4.3).
"""

import streamlit as st

_SCRIPT = """
export default function () {
  const REACHED = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary';
  let pressed = null, around = [], entered = null;
  const noted = (event) => {
    if (!["Enter", " "].includes(event.key) || !(event.target instanceof HTMLElement)) return;
    pressed = event.target;
    around = [];
    for (let one = pressed.parentElement; one; one = one.parentElement) around.push(one);
  };
  const forgotten = () => { pressed = null; };
  const enterPopover = () => {
    const popover = document.querySelector('[data-testid="stPopoverBody"]');
    const isNew = popover && popover !== entered && pressed.closest('[data-testid="stPopover"]');
    entered = popover;
    if (isNew) popover.querySelector(REACHED)?.focus();
  };
  const stayNear = () => {
    if (pressed.isConnected || document.activeElement !== document.body) return;
    const near = around.find((one) => one.isConnected && one.querySelector(REACHED));
    near?.querySelector(REACHED).focus({ preventScroll: true });
    pressed = null;
  };
  const follow = () => {
    if (pressed) enterPopover();
    if (pressed) stayNear();
  };
  document.addEventListener("keydown", noted, true);
  document.addEventListener("pointerdown", forgotten, true);
  const timer = setInterval(follow, 100);
  return () => {
    clearInterval(timer);
    document.removeEventListener("keydown", noted, true);
    document.removeEventListener("pointerdown", forgotten, true);
  };
}
"""

_keep_focus = st.components.v2.component("keep_focus", js=_SCRIPT)


def keep_the_focus() -> None:
    """Call it once on a page, where an empty element does no harm."""
    _keep_focus(key="keep-focus")
