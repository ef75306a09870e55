"""The process that renders: ``python -m switchboard.templates.worker``.

One JSON object a line on standard input, one answer a line on standard output, until its input
ends. The one door to ``jinja2``.
"""
