"""A widget that shows a value kept elsewhere, whatever it showed before."""

from components import state

_NOT_DRAWN = object()


def shown(key: str, value: object) -> str:
    """The widget's key, its state made to mean the value. Call before it is drawn."""
    held = state.value(key, _NOT_DRAWN)
    # ``True == 1``: a switch and a number are told apart.
    if type(held) is not type(value) or held != value:
        state.plant(key, value)
    return key
