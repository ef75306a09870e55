"""A profile in words, for a screen."""

from dataclasses import dataclass

from switchboard.settings import Profile

_LABELS = {
    "name": "Profile",
    "token_limit_field": "The token limit goes into",
    "system_role": "Instructions have the role",
    "refused": "Never sent",
    "reasoning_efforts": "Reasoning efforts",
    "effort_beside_tools": "Reasoning effort beside tools",
    "sampling_beside_effort": "Sampling settings beside a reasoning effort",
    "content_beside_calls": "Content of a message that only calls",
    "call_ids": "Ids of calls",
    "schema_dialect": "Schemas of tools",
    "reasoning_replay": "Reasoning is sent back",
    "role_order": "Order of roles",
    "parts": "Parts of a user's message beside text",
}
_VALUES = {
    "effort_beside_tools": {
        "any": "as set",
        "absent": "not sent",
        "none": "always sent as none",
    },
    "sampling_beside_effort": {
        "any": "as set",
        "absent": "sent unless an effort other than none is",
        "none": "sent only where the effort is set to none",
    },
    "content_beside_calls": {"null": "null", "empty": 'empty text ("")', "absent": "left out"},
    "call_ids": {"any": "as they came", "nine": "nine letters and digits"},
    "schema_dialect": {"json-schema": "JSON Schema", "gemini": "the subset Gemini knows"},
    "reasoning_replay": {
        "never": "never",
        "reasoning_content": "as reasoning_content",
        "reasoning": "as reasoning",
        "thinking_parts": "as thinking parts of the content",
    },
    "role_order": {"free": "free", "alternating": "messages of one role in a row are merged"},
}

_EMPTY = {"refused": "nothing", "reasoning_efforts": "no such setting", "parts": "no others"}


@dataclass(frozen=True, slots=True)
class Described:
    """One field of a profile for people."""

    field: str
    """Its name in ``Profile`` and in ``GatewayRecord.changes``."""

    label: str
    value: str
    reasons: tuple[str, ...] = ()
    """Of ``refused``: a sentence for each field."""


def describe(profile: Profile) -> tuple[Described, ...]:
    """Every field of the profile, in the order in which a person reads it."""
    return tuple(_described(profile, field) for field in _LABELS)


def _described(profile: Profile, field: str) -> Described:
    value = getattr(profile, field)
    if isinstance(value, str):
        return Described(field, _LABELS[field], _VALUES.get(field, {}).get(value, value))
    names = sorted(value) if isinstance(value, frozenset) else list(value)
    reasons = tuple(profile.refused.values()) if field == "refused" else ()
    return Described(field, _LABELS[field], ", ".join(names) or _EMPTY[field], reasons)
