"""Text of a model or a person, made safe for places that read markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=\"'])")


def escaped(text: str) -> str:
    """The text so that markdown, Streamlit's directives included, shows it as it stands."""
    return _SPECIAL.sub(r"\\\1", " ".join(showable(text).split()))


def showable(text: str) -> str:
    """The text without lone surrogates, which JSON can name but no screen can be sent."""
    return text.encode("utf-8", "replace").decode()
