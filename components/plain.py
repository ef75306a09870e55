"""Text of a model or a person, made safe for places that read markdown."""

import re

WORD_JOINER = "\u2060"
"""Invisible, and forbids a break: what stands on its two sides is no longer one sign."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=\"'])")
# Streamlit's directives (``:red[…]``, ``:material/…:``, ``:smile:``) are found after backslashes
# have gone, and so are addresses, which become links by themselves.
_JOINTS = re.compile(r":(?=[a-z+\-0-9])|(?<=:)(?=//)|(?<=www)(?=\.)")


def escaped(text: str) -> str:
    """One line of text so that markdown, Streamlit's directives included, shows it as it stands."""
    line = " ".join(showable(text).split())
    return _SPECIAL.sub(r"\\\1", _JOINTS.sub(lambda joint: joint[0] + WORD_JOINER, line))


def with_code(text: str) -> str:
    """As ``escaped``, but what stands between two backticks is shown as code."""
    parts = " ".join(showable(text).split()).split("`")
    if len(parts) % 2 == 0:
        return escaped(text)
    return "".join(_code(part) if index % 2 else _spaced(part) for index, part in enumerate(parts))


def showable(text: str) -> str:
    """The text without lone surrogates, which JSON can name but no screen can be sent."""
    return text.encode("utf-8", "replace").decode()


def _code(part: str) -> str:
    # Even if a reader of markdown saw no code here, it would find no image.
    return f"`{part.replace('![', f'!{WORD_JOINER}[')}`" if part.strip() else ""


def _spaced(part: str) -> str:
    start, end = part[:1].isspace(), part[1:][-1:].isspace()
    return f"{' ' if start else ''}{escaped(part)}{' ' if end else ''}"
