"""Tools as documentation in Markdown: a section each, with tables and examples."""

from switchboard.formats.markdown.sections import write_markdown

__all__ = ["write_markdown"]
