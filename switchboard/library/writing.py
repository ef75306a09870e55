"""The file: what it says it is, and the toolsets, newest version first."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from switchboard.toolset_records import SavedToolset, ToolsetVersion
from switchboard.wire import JsonObject

KIND = "toolsets"
FORMAT = 1

# No text in UTF-8 can hold half of a pair; JSON can write it.
_HALF = re.compile("[\ud800-\udfff]")


def library_text(toolsets: Sequence[SavedToolset]) -> str:
    """One JSON document with every version. The same toolsets give the same text."""
    document = {
        "switchboard": KIND,
        "format": FORMAT,
        "toolsets": [_toolset(toolset) for toolset in toolsets],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _toolset(toolset: SavedToolset) -> JsonObject:
    return {
        "id": toolset.id,
        "name": toolset.name,
        "created_at": _moment(toolset.created_at),
        "versions": [_version(version) for version in toolset.versions],
    }


def _version(version: ToolsetVersion) -> JsonObject:
    return {
        "hash": version.hash,
        "saved_at": _moment(version.saved_at),
        "note": version.note,
        "text": version.text,
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
