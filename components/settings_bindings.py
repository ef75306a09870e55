"""A widget and the setting it shows: the conversation's settings have the only word.

What a person does is taken by a callback, before anything is drawn; whatever else changes the
settings is seen by the widgets. A widget that is not drawn leaves its setting alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from components import state
from switchboard.settings import Settings

_NOT_DRAWN = object()


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a widget's value comes from and goes to."""

    key: str
    get: Callable[[Settings], Any]
    put: Callable[[Settings, Any], Settings]
    read: Callable[[Any], Any] = _as_it_is
    """What the widget holds -> the setting."""

    show: Callable[[Any], Any] = _as_it_is
    """The setting -> what the widget holds."""

    def shown(self, settings: Settings) -> str:
        """The widget's key, its state made to mean the setting. Call before it is drawn."""
        setting, held = self.get(settings), state.value(self.key, _NOT_DRAWN)
        # Text that means the same stays as it was typed; a new value would interrupt the typing.
        if held is _NOT_DRAWN or self.read(held) != setting:
            state.plant(self.key, self.show(setting))
        return self.key

    def take(self) -> None:
        """The widget's callback."""
        change_settings(lambda old: self.put(old, self.read(state.value(self.key, None))))


def setting(
    name: str,
    *,
    read: Callable[[Any], Any] = _as_it_is,
    show: Callable[[Any], Any] = _as_it_is,
) -> Binding:
    """The binding of one field of ``Settings``."""
    return Binding(
        key=f"talk-set-{name}",
        get=lambda settings: getattr(settings, name),
        put=lambda settings, value: replace(settings, **{name: value}),
        read=read,
        show=show,
    )


def change_settings(change: Callable[[Settings], Settings]) -> None:
    """Gives the conversation other settings; for callbacks."""
    workspace = state.workspace()
    old = workspace.conversation
    settings = change(old.settings)
    if settings != old.settings:
        workspace.conversation = replace(old, settings=settings)
