"""What a schema says that no type does, with where it says so."""

from collections.abc import Collection

from switchboard.formats.shapes.words import ANNOTATIONS, LIMITS, STRUCTURE
from switchboard.formats.wording import code
from switchboard.wire import JsonObject

_MOST_PLACES = 3


class Beyond:
    """Keywords and places, gathered while types are built."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def note(self, keyword: str, where: str) -> None:
        """This keyword is not said there; ``where`` is empty for the whole arguments."""
        places = self._places.setdefault(keyword, [])
        if where not in places:
            places.append(where)

    def rest(self, schema: JsonObject, kinds: Collection[str], where: str) -> None:
        """Everything in the schema that types of these kinds, and their limits, don't say."""
        said = {word for kind in kinds for word in (*LIMITS[kind], *STRUCTURE.get(kind, ()))}
        for keyword in schema:
            if keyword not in ANNOTATIONS and keyword not in said:
                self.note(keyword, where)

    @property
    def keywords(self) -> list[str]:
        """Each once, in the order found."""
        return list(self._places)

    def sentence(self, form: str) -> str:
        """All of it; empty when there is nothing."""
        if not self._places:
            return ""
        said = "; ".join(map(self._said, self._places))
        return f"{form[:1].upper()}{form[1:]} can't say, or not exactly: {said}."

    def _said(self, keyword: str) -> str:
        places = [place for place in self._places[keyword] if place]
        if not places:
            return code(keyword)
        return f"{code(keyword)} (at {code(*places, most=_MOST_PLACES)})"
