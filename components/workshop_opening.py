"""What the workshop is opened with: what the address names, a saved toolset, an example, a text."""

from components import services, state
from components.origin import Origin
from components.workshop import Workshop
from components.workshop_address import Addressed, addressed
from components.workshop_edit import open_workshop
from switchboard.tools import example_toolsets
from switchboard.toolset_records import SavedToolset, text_hash

_ELSEWHERE = "The toolset of this address is not kept here. It was deleted, or is of another place."
_NO_SUCH_VERSION = "The version of this address is not kept here. This is the newest one."


def present_workshop() -> Workshop:
    """The workshop of the address, the one at hand, or the first time one with an example."""
    at_hand, wanted = state.workshop(), addressed()
    if at_hand and (wanted is None or wanted.is_open_in(at_hand)):
        return at_hand
    found = services.store().toolset(wanted.toolset_id) if wanted else None
    if wanted and found and not found.deleted_at:
        return open_saved(found, version=wanted.version)
    workshop = at_hand or open_example(example_toolsets()[0].name)
    if wanted:
        _tell_missing(workshop, wanted)
    return workshop


def open_saved(saved: SavedToolset, *, version: str = "") -> Workshop:
    """Its newest version, or the one with that hash, where it has one."""
    newest = saved.newest
    shown = next((one for one in saved.versions if one.hash == version), newest)
    is_missing = bool(version) and shown.hash != version
    return open_workshop(
        Workshop(
            text=shown.text,
            kept_text=shown.text,
            toolset_id=saved.id,
            name=saved.name,
            seen=newest.hash,
            version="" if shown is newest else shown.hash,
            notice=_NO_SUCH_VERSION if is_missing else "",
        ),
        f"Open {saved.name}",
    )


def open_example(name: str) -> Workshop:
    """The example, under its own name; nothing is lost when it is left."""
    example = next(one for one in example_toolsets() if one.name == name)
    new = Workshop(text=example.text, kept_text=example.text, name=example.name)
    return open_workshop(new, f"Start from {example.name}")


def open_new() -> Workshop:
    """An empty toolset. For callbacks."""
    return open_workshop(Workshop(), "New toolset")


def open_text(text: str, *, origin: Origin | None = None) -> Workshop:
    """A text from elsewhere: the saved toolset that has it as its newest or from which it was
    taken, else a new one."""
    at_hand = state.workshop()
    if at_hand and at_hand.text == text:
        return at_hand
    named = services.store().toolset_of(text_hash(text))
    newest = next((one for one in named if one.is_newest), None)
    if newest and (saved := services.store().toolset(newest.id)):
        return open_saved(saved)
    if origin and (saved := services.store().toolset(origin.toolset_id)) and not saved.deleted_at:
        return _open_changed(saved, text, seen=origin.seen)
    example = next((one for one in example_toolsets() if one.text == text), None)
    if example:
        return open_example(example.name)
    return open_workshop(Workshop(text=text), "Open from the Playground")


def _open_changed(saved: SavedToolset, text: str, *, seen: str) -> Workshop:
    """A saved toolset with a text that is not saved yet."""
    changed = Workshop(
        text=text,
        kept_text=saved.newest.text,
        toolset_id=saved.id,
        name=saved.name,
        seen=seen,
    )
    return open_workshop(changed, f"Open {saved.name}")


def _tell_missing(workshop: Workshop, wanted: Addressed) -> None:
    if wanted.toolset_id != workshop.toolset_id:
        workshop.notice = _ELSEWHERE
