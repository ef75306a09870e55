"""How anything but typing changes the workshop's text: the former one can be brought back."""

from components import state
from components.json_editor import replace_text as take_text_again
from components.state import Former, Workshop

EDITOR = "toolset-in-workshop"
_MOST_FORMER = 30


def replace_text(workshop: Workshop, text: str, said: str) -> None:
    """Puts this text into the editor; ``said`` names what was done, for Undo. For callbacks.

    Outside a callback, follow it with ``st.rerun()``: the editor was drawn before.
    """
    workshop.notice = ""
    if text == workshop.text:
        return
    workshop.former = (*workshop.former, Former(workshop.text, said))[-_MOST_FORMER:]
    workshop.text = text
    take_text_again(EDITOR)


def open_workshop(new: Workshop) -> Workshop:
    """Makes this the tab's workshop, its text in the editor."""
    take_text_again(EDITOR)
    return state.begin_workshop(new)


def undo() -> None:
    """Brings back the text before the latest change that was no typing. For callbacks."""
    workshop = state.workshop()
    if workshop is None or not workshop.former:
        return
    *earlier, latest = workshop.former
    workshop.former = tuple(earlier)
    workshop.text = latest.text
    workshop.notice = ""
    take_text_again(EDITOR)
