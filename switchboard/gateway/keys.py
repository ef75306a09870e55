"""API keys: values that never show themselves."""

from dataclasses import dataclass
from typing import Any, NoReturn

_HIDDEN = "***"


class ApiKey:
    """A secret. Printing, formatting and logging give ``***``; pickling is refused."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text.strip()

    def reveal(self) -> str:
        """The key itself, for the one header it belongs in."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ApiKey) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return _HIDDEN

    def __copy__(self) -> "ApiKey":
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> "ApiKey":
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("An API key is never pickled.")


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key and where it was found, in words for the screen."""

    key: ApiKey
    source: str
    """For example ``OPENAI_API_KEY in the environment``."""
