"""What a regular expression is made of, read far enough to write a text that it fits.

Source: ECMA-262, Patterns, as far as tools use them: literals, classes, groups, alternatives,
counts, anchors. Look-around, back-references and the like are passed over: whoever calls checks the
text.
"""

from dataclasses import dataclass
from re import compile as pattern

_COUNT = pattern(r"\{(\d+)(?:,(\d*))?\}[?+]?|[*+?][?+]?")
_GROUP = pattern(r"\?(?::|<(?![=!])[^>]*>|P<[^>]*>|[a-z]+:)")
_LOOK = pattern(r"\?<?[=!]")
_POSIX = pattern(r"\[:[a-z]+:\]")
_CLASSES = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}
_CONTROL = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "f": "\f",
    "v": "\v",
    "b": "",
    "B": "",
    "A": "",
    "Z": "",
}
_LETTERS = {"L": "a", "Ll": "a", "Lu": "A", "N": "0", "Nd": "0", "P": "-", "Z": " "}
_FROM_ALL = "aA0-_ .:/x\u00e9"
_LONGEST = 1_000


def written(expression: str, *, least: int) -> str | None:
    """A text of the expression, repeats written so that it has about ``least`` characters.

    ``None`` where the expression is none that can be read.
    """
    try:
        writer = _Writer(expression, least)
        text = writer.alternatives()
        return text if writer.is_at_end else None
    except (IndexError, RecursionError):
        return None


@dataclass
class _Writer:
    """Goes through the expression once, writing the first way at each fork."""

    expression: str
    least: int
    at: int = 0

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self.expression)

    def alternatives(self) -> str:
        """Up to the end or a closing bracket: the first alternative."""
        first = self._sequence()
        while not self.is_at_end and self.expression[self.at] == "|":
            self.at += 1
            self._sequence()
        return first

    def _sequence(self) -> str:
        parts: list[str] = []
        size = 0
        while not self.is_at_end and self.expression[self.at] not in "|)":
            part = self._atom()
            part *= self._count(len(part), size)
            size += len(part)
            parts.append(part)
        return "".join(parts)

    def _atom(self) -> str:
        sign = self.expression[self.at]
        self.at += 1
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape()
        return {"^": "", "$": "", ".": "a"}.get(sign, sign)

    def _group(self) -> str:
        is_look = _LOOK.match(self.expression, self.at)
        opening = is_look or _GROUP.match(self.expression, self.at)
        self.at = opening.end() if opening else self.at
        text = self.alternatives()
        self.at += 1
        return "" if is_look else text

    def _class(self) -> str:
        is_negated = self.expression[self.at] == "^"
        self.at += is_negated
        members = self._members()
        if not is_negated:
            return members[0][0] if members else ""
        fitting = (one for one in _FROM_ALL if not any(low <= one <= high for low, high in members))
        return next(fitting, "\u4e00")

    def _members(self) -> list[tuple[str, str]]:
        members: list[tuple[str, str]] = []
        while self.expression[self.at] != "]":
            low = self._member()
            high = low
            if self.expression[self.at] == "-" and self.expression[self.at + 1] != "]":
                self.at += 1
                high = self._member()
            members.append((low, high))
        self.at += 1
        return _with_whole_classes(members)

    def _member(self) -> str:
        sign = self.expression[self.at]
        self.at += 1
        return self._escape() if sign == "\\" else sign

    def _escape(self) -> str:
        sign = self.expression[self.at]
        self.at += 1
        if sign in ("x", "u"):
            return self._point(2 if sign == "x" else 4)
        if sign in ("p", "P"):
            return self._property()
        return _CLASSES.get(sign, _CONTROL.get(sign, sign))

    def _point(self, digits: int) -> str:
        start = self.at
        if self.expression[start : start + 1] == "{":
            self.at = self.expression.index("}", start) + 1
            code = self.expression[start + 1 : self.at - 1]
        else:
            self.at += digits
            code = self.expression[start : self.at]
        try:
            return chr(int(code, 16))
        except (ValueError, OverflowError):
            return ""

    def _property(self) -> str:
        if self.expression[self.at] != "{":
            return "a"
        end = self.expression.find("}", self.at)
        name = self.expression[self.at + 1 : end]
        self.at = end + 1
        return _LETTERS.get(name, "a")

    def _count(self, width: int, size: int) -> int:
        count = _COUNT.match(self.expression, self.at)
        if not count:
            return 1
        self.at = count.end()
        low, high = _limits(count[0], count[1], count[2])
        wanted = -(-(self.least - size) // width) if width else 0
        most = _LONGEST // max(width, 1)
        return min(max(low, min(wanted, high)), most)


def _limits(count: str, low: str | None, high: str | None) -> tuple[int, int]:
    if low is None:
        return int(count[0] == "+"), 1 if count[0] == "?" else _LONGEST
    least = min(int(low), _LONGEST)
    if high is None:
        return least, least
    return least, min(int(high), _LONGEST) if high else _LONGEST


def _with_whole_classes(members: list[tuple[str, str]]) -> list[tuple[str, str]]:
    r"""``\\d`` in a negated class stands for all digits, not for the one that was written."""
    whole = {("0", "0"): ("0", "9"), ("a", "a"): ("a", "z")}
    return [whole.get(member, member) for member in members]
