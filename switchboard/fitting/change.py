"""One change of a definition: what a person reads of it, and takes or leaves."""

from dataclasses import dataclass

from switchboard.problems import JsonPath


@dataclass(frozen=True, slots=True)
class Change:
    """A step from the definition as written towards one that fits."""

    id: str
    """The kind and the JSON pointer: ``nullable #/parameters/properties/unit``."""

    path: JsonPath
    """From the function object. Within what another change brings there, the place is new."""

    title: str
    """``\\`unit\\` becomes nullable``."""

    meaning: str = ""
    """What changes for the model or the arguments, as sentences; empty: nothing."""

    loosens: bool = False
    """Whether arguments that were refused before may be accepted after it."""

    needs: tuple[str, ...] = ()
    """Ids of the changes that are applied with it."""
