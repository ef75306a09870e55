"""Whether a text is a command of cURL, seen without splitting it."""

import re

# After a prompt, variables, and what runs another command: `$ KEY=x time curl.exe …`.
_CURL = re.compile(
    r"\s*(?:[$>#%] +)?(?:(?:\w+=\S*|time|sudo|env|nohup)[ \t]+){0,9}(?:\S*[/\\])?curl(?:\.exe)?\s",
    re.IGNORECASE,
)


def is_curl(text: str, _: str = "") -> bool:
    """Whether a command of cURL begins the text."""
    return _CURL.match(text) is not None
