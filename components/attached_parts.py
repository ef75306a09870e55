"""What is told of an attachment that is a part of a message already."""

import json

from switchboard.messages import ImagePart, OtherPart, Part


def part_kind(part: Part) -> str:
    """The ``type`` it is sent with."""
    if isinstance(part, OtherPart):
        return str(part.raw.get("type", ""))
    return "image_url" if isinstance(part, ImagePart) else "text"


def part_name(part: Part) -> str:
    """What a person knows it by."""
    if isinstance(part, ImagePart):
        return "image" if part.url.startswith("data:") else part.url.removeprefix("https://")
    file = part.raw.get("file") if isinstance(part, OtherPart) else None
    return str(file["filename"]) if isinstance(file, dict) and "filename" in file else "audio"


def part_bytes(part: Part) -> int:
    """How large a file was that became this part; an address is none."""
    text = part.url if isinstance(part, ImagePart) else json.dumps(getattr(part, "raw", ""))
    return 0 if text.startswith("https:") else len(text) * 3 // 4
