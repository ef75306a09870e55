"""Tools as TypeScript: an interface for each tool's arguments, and ``Tools``, all of them by name.

What people wrote stands in comments and quoted names, and can end neither.
"""

from switchboard.formats.typescript.interfaces import write_typescript

__all__ = ["write_typescript"]
