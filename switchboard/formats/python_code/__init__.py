"""Tools as Python code: Pydantic models, and functions with type hints.

What people wrote becomes text in string literals and docstrings, or a name that was checked to be
one: no description can end a literal and be run.
"""

from switchboard.formats.python_code.functions import write_python
from switchboard.formats.python_code.models import write_pydantic

__all__ = ["write_pydantic", "write_python"]
