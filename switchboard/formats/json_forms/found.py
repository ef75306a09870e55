"""A tool as it stands in somebody's text, and which form it has."""

from dataclasses import dataclass

from switchboard.problems import JsonPath
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Found:
    """One object that defines a tool."""

    form: str
    """The format's id."""

    value: JsonObject
    path: JsonPath
    """From the root of the text."""

    is_certain: bool = True
    """Whether nothing but this form looks so: a bare function could be any form's."""
