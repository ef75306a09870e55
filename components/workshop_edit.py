"""How anything but typing changes the workshop: what it held before can be brought back."""

from components import state
from components.json_editor import replace_text as take_text_again
from components.json_editor import typed_text
from components.workshop import Former, Workshop
from components.workshop_address import put_in_address

EDITOR = "toolset-in-workshop"
_MOST_FORMER = 30


def take_typed(workshop: Workshop) -> None:
    """Takes what was typed in the editor. A callback runs before the page does, so it asks too."""
    typed = typed_text(EDITOR, workshop.text)
    if typed != workshop.text:
        workshop.text, workshop.notice = typed, ""


def replace_text(workshop: Workshop, text: str, said: str) -> None:
    """Puts this text into the editor; ``said`` names what was done, for Undo. For callbacks.

    Outside a callback, follow it with ``st.rerun()``: the editor was drawn before.
    """
    workshop.notice = ""
    take_typed(workshop)
    if text == workshop.text:
        return
    _remember(workshop, said)
    workshop.text = text
    take_text_again(EDITOR)


def open_workshop(new: Workshop, said: str) -> Workshop:
    """Makes this the tab's workshop; what the last one held can be brought back.

    For callbacks, or before the page is drawn.
    """
    if old := state.workshop():
        take_typed(old)
        known = (old.generation, *(one.generation for one in old.former))
        new.generation, new.former = max(known) + 1, old.former
        if old.is_changed and old.text.strip() and old.text != new.text:
            new.former = (*old.former, old.as_former(said))[-_MOST_FORMER:]
    take_text_again(EDITOR)
    state.begin_workshop(new)
    put_in_address(new)
    return new


def undo() -> None:
    """Brings back what was there before the latest change that was no typing. For callbacks."""
    workshop = state.workshop()
    if workshop is None or not workshop.former:
        return
    take_typed(workshop)
    *earlier, latest = workshop.former
    undone = (*workshop.undone, workshop.as_former(latest.said))
    _go_to(workshop, latest, former=tuple(earlier), undone=undone)


def redo() -> None:
    """Does again what was undone last; what was typed since can be brought back in turn."""
    workshop = state.workshop()
    if workshop is None or not workshop.undone:
        return
    take_typed(workshop)
    *others, latest = workshop.undone
    former = (*workshop.former, workshop.as_former(latest.said))
    _go_to(workshop, latest, former=former, undone=tuple(others))


def _go_to(
    workshop: Workshop, there: Former, *, former: tuple[Former, ...], undone: tuple[Former, ...]
) -> None:
    take_text_again(EDITOR)
    if there.generation == workshop.generation:
        workshop.text, workshop.notice = there.text, ""
    else:
        workshop = state.begin_workshop(_again(there))
        put_in_address(workshop)
    workshop.former, workshop.undone = former, undone


def _again(latest: Former) -> Workshop:
    return Workshop(
        text=latest.text,
        kept_text=latest.kept_text,
        toolset_id=latest.toolset_id,
        name=latest.name,
        seen=latest.seen,
        generation=latest.generation,
    )


def _remember(workshop: Workshop, said: str) -> None:
    workshop.former = (*workshop.former, workshop.as_former(said))[-_MOST_FORMER:]
    workshop.undone = ()
