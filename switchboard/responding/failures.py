"""Why a responder did not answer."""

from switchboard.errors import SwitchboardError


class CallNotAnswered(SwitchboardError):
    """A responder did not answer: what it asked failed, or what it says cannot be done."""
