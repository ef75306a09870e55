"""JSON as a person reads it and a network takes it."""

import json


def readable_json(document: object) -> str:
    """Indented, letters of all scripts as they are; text that UTF-8 can always hold."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:
        # A lone half of a UTF-16 pair: only JSON's own escape can name it.
        return json.dumps(document, indent=2)
    return text
