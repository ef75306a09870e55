"""Jinja templates over a call's arguments, rendered in a process of their own.

What a template says is not trusted: it may come with a toolset from anywhere. So a worker reads and
renders it, in Jinja's sandbox, without keys, files or much memory, and is ended when it takes too
long. ``docs/templates.md`` lists what can stand in a template.
"""

from switchboard.templates.rendering import render, template_problems
from switchboard.templates.scope import TemplateScope

__all__ = ["TemplateScope", "render", "template_problems"]
