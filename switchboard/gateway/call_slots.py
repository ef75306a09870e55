"""One call as far as it has arrived, and what can belong to it."""

from collections.abc import Callable
from typing import Any

from switchboard.gateway.call_fragments import Fragment
from switchboard.gateway.extras import keep_extra, kept_extras
from switchboard.gateway.json_progress import JsonProgress
from switchboard.gateway.text import GrowingText
from switchboard.messages import Call


class CallSlot:
    """One call as far as it has arrived."""

    def __init__(self) -> None:
        self.id = ""
        self.name = ""
        self.own_id = ""
        self.shares_id = False
        """Whether the gateway gave it an id, but the one of a call before it."""

        self.arguments = GrowingText()
        self.extra: dict[str, Any] = {}
        self._progress = JsonProgress()

    def add(self, fragment: Fragment) -> None:
        """Appends a fragment known to belong here."""
        if fragment.id and not self.id:
            self.id = fragment.id
        if fragment.name and fragment.name != self.name:
            self.name += fragment.name
        if fragment.arguments:
            self.arguments.add(fragment.arguments)
        for key, value in fragment.extra.items():
            keep_extra(self.extra, key, value)

    @property
    def has_whole_arguments(self) -> bool:
        """Whether the arguments are a complete JSON object already."""
        ends = self.arguments.ends_in("}] \t\r\n")
        return ends and self._progress.catch_up(self.arguments.read())

    def goes_on_with(self, fragment: Fragment) -> bool:
        """Whether the fragment can be a continuation of this call rather than another one."""
        if fragment.id and self.id and fragment.id != self.id:
            return False
        if fragment.name and self.name and self.arguments:
            if fragment.name != self.name:
                return False
            if fragment.id and not self.id and self.has_whole_arguments:
                return False
        return not (fragment.starts_arguments and self.has_whole_arguments)

    def is_repeated_by(self, fragment: Fragment) -> bool:
        """Whether the fragment says once more what is here already."""
        return (
            fragment.id == self.id != ""
            and fragment.name in ("", self.name)
            and self.has_whole_arguments
            and fragment.arguments == self.arguments.read()
        )

    def read(self, make_id: Callable[[], str]) -> Call:
        """The call. Without an id of the gateway's it keeps the one it is given here first."""
        if not self.id and not self.own_id:
            self.own_id = make_id()
        return Call(
            self.id or self.own_id, self.name, self.arguments.read(), kept_extras(self.extra)
        )
