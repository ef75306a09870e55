"""A Python text as a syntax tree; it is never run, nor is anything it imports."""

import ast

from switchboard.problems import Problem

LONGEST_TEXT = 2**20
"""Characters. CPython's parser itself guards against deep nesting (MemoryError, RecursionError)."""


def parsed(text: str) -> tuple[ast.Module | None, tuple[Problem, ...]]:
    """The text's tree, or why there is none."""
    if len(text) > LONGEST_TEXT:
        return None, (Problem("This is longer than 1 MiB, so it was not read."),)
    try:
        return ast.parse(text.removeprefix("\ufeff")), ()
    except SyntaxError as error:
        return None, (_syntax_problem(error),)
    except (RecursionError, MemoryError):
        return None, (Problem("This is nested too deep to be read. Make it flatter."),)
    except ValueError:  # A null byte, half of a surrogate pair, or digits beyond Python's limit.
        return None, (Problem("This has a character that Python source may not hold."),)


def _syntax_problem(error: SyntaxError) -> Problem:
    says = f"This is not Python 3: {error.msg.partition(';')[0]}."
    return Problem(says, line=error.lineno or 1, column=max(error.offset or 1, 1))
