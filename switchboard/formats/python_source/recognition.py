"""Whether a text is Python source, seen without parsing it."""

import re

_DEFINITION = re.compile(r"^[ \t]*(?:async +def|def|class) +\w+[^\n]*[(:]", re.MULTILINE)


def is_python(text: str, name: str = "") -> bool:
    """Whether its file's name says so, or it defines a function or a class."""
    return name.lower().endswith((".py", ".pyi")) or (
        not text.lstrip().startswith(("{", "[")) and bool(_DEFINITION.search(text))
    )
