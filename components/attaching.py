"""What the buttons do that attach images by their address."""

from components import state
from components.attachments import address_problem
from components.parts import redraw
from switchboard.messages import ImagePart

ADDRESS = "talk-image-address"


def attach() -> None:
    """Puts the typed address among the images of the next message."""
    workspace = state.workspace()
    address = state.value(ADDRESS, "").strip()
    if address and not address_problem(address):
        workspace.attached = (*workspace.attached, ImagePart(address))
        state.plant(ADDRESS, "")
    redraw()


def detach(index: int) -> None:
    """Leaves one of them out."""
    workspace = state.workspace()
    workspace.attached = workspace.attached[:index] + workspace.attached[index + 1 :]
    redraw()
