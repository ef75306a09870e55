"""What went wrong in a template, in words."""

import traceback
from collections.abc import Iterator

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

STANDS_ALONE = "A template stands alone: it can't include, import or extend another."

_LONGEST = 300


class TooLong(Exception):
    """The result has more characters than allowed. Never leaves the worker."""


FAILURES = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a template can bring about; anything else ends the worker, which is a failure too."""


def sentence(error: Exception) -> str:
    """What went wrong, and in which line where that is known."""
    line = line_of(error)
    return words(error) if line is None else f"Line {line}: {words(error)}"


def words(error: Exception) -> str:
    """What went wrong, as a sentence without its line."""
    said = " ".join(_said(error).split()).rstrip(".")
    cut = f"{said[:_LONGEST]}…" if len(said) > _LONGEST else f"{said}."
    return cut[:1].upper() + cut[1:]


def line_of(error: Exception) -> int | None:
    """The template's line, from 1; the innermost where macros call each other."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return next(iter([*_lines(error)][::-1]), None)


def _lines(error: Exception) -> Iterator[int]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            yield template.get_corresponding_lineno(line)


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return STANDS_ALONE
    if isinstance(error, TemplateSyntaxError):
        return error.message or "this can't be read"
    if isinstance(error, RecursionError):
        return "It goes too deep: something in it calls or contains itself"
    if isinstance(error, SyntaxError):
        return "Its blocks are nested too deeply"
    if isinstance(error, OSError):
        return "It asks for a file, or for what Python would have to read from one"
    if isinstance(error, ValueError) and "set_int_max_str_digits" in str(error):
        return "A number has more digits than can be written"
    if isinstance(error, NameError):  # Jinja writes 1e999 as `inf`, which Python does not know.
        return "A number is too large"
    if isinstance(error, KeyError):
        return f"there is no {error}"
    return str(error) or type(error).__name__
