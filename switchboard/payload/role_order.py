"""Messages in an order of roles that a gateway takes."""

from collections.abc import Sequence
from typing import Any, cast

from switchboard import wire
from switchboard.settings import Profile


def with_role_order(messages: Sequence[wire.Message], profile: Profile) -> list[wire.Message]:
    """With neighbours of one role merged, where the profile asks for alternating roles.

    Results stay one message each, and so does what calls: its results must follow it.
    """
    if profile.role_order == "free":
        return list(messages)
    merged: list[wire.Message] = []
    for message in messages:
        if merged and _belong_together(merged[-1], message):
            merged[-1] = _joined(merged[-1], message)
        else:
            merged.append(message)
    return merged


def _belong_together(first: wire.Message, second: wire.Message) -> bool:
    # Messages can also be a person's own JSON, in which anything may stand or be missing.
    role: Any = first.get("role")
    is_one_role = isinstance(role, str) and role == second.get("role") != "tool"
    return is_one_role and not first.get("tool_calls")


def _joined(first: wire.Message, second: wire.Message) -> wire.Message:
    joined: dict[str, Any] = {**first, **second}
    contents = [each["content"] for each in (first, second) if each.get("content")]
    if contents:
        joined["content"] = _content(contents)
    if first.get("name") != second.get("name"):
        joined.pop("name", None)
    return cast(wire.Message, joined)


def _content(contents: list[Any]) -> Any:
    if all(isinstance(each, str) for each in contents):
        return "\n\n".join(contents)
    return [part for each in contents for part in _parts(each)]


def _parts(content: Any) -> list[Any]:
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    return content if isinstance(content, list) else [content]
