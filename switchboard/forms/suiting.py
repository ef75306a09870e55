"""Which alternative a value belongs to, told from its looks: the check itself is made elsewhere."""

from dataclasses import dataclass

from switchboard.forms.fields import Field
from switchboard.forms.holding import same
from switchboard.tools.shapes import mapped
from switchboard.wire import Json

_MOST_LOOKS = 300
_DEEPEST = 3
_MOST_ITEMS = 5


def branch_for(field: Field, value: Json) -> int | None:
    """The first alternative that the value suits, else one of its kind; ``None``: none is."""
    looking = _Looking()
    fitting = (at for at, branch in enumerate(field.branches) if looking.suits(branch, value))
    alike = (at for at, branch in enumerate(field.branches) if _is_alike(branch, value))
    return next(fitting, next(alike, None))


def _is_alike(branch: Field, value: Json) -> bool:
    kinds = {str: "text", bool: "boolean", int: "integer", float: "number", dict: "object"}
    return branch.kind == kinds.get(type(value), "list" if value is not None else "null")


@dataclass
class _Looking:
    """Ends however many alternatives lie within each other."""

    looks_left: int = _MOST_LOOKS

    def suits(self, field: Field, value: Json, depth: int = 0) -> bool:
        self.looks_left -= 1
        if self.looks_left < 0 or depth > _DEEPEST:
            return depth > _DEEPEST
        if field.kind == "alternatives":
            return any(self.suits(branch, value, depth + 1) for branch in field.branches)
        if field.kind == "choice":
            return any(same(option, value) for option in field.options)
        if field.kind == "object":
            return isinstance(value, dict) and self._object(field, value, depth)
        if field.kind == "list":
            return isinstance(value, list) and all(
                self.suits(field.item(at), item, depth + 1)
                for at, item in enumerate(value[:_MOST_ITEMS])
            )
        return field.kind == "json" or _is_of(field.kind, value)

    def _object(self, field: Field, value: dict[str, Json], depth: int) -> bool:
        described = mapped(field.shape, "properties")
        if field.required - value.keys():
            return False
        if not field.takes_more and value.keys() - described.keys():
            return False
        return all(
            self.suits(field.member(name), value[name], depth + 1)
            for name in described
            if name in value
        )


def _is_of(kind: str, value: Json) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind in ("boolean", "null"):
        return isinstance(value, bool) if kind == "boolean" else value is None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return kind == "number" or float(value).is_integer()
