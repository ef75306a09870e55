"""JSON laid out for reading."""

import json

from components.plain import showable


def laid_out(text: str) -> str:
    """JSON over several lines; any other text as it is."""
    try:
        text = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return showable(text)
    return showable(text)
