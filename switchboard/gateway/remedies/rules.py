"""Refusals that name no field of ours outright, by their words; each rule gives what to change.

Sources of the words: the wire facts' tables of errors and of quirks, by thread in the tests.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from switchboard.gateway.profiles.families import family_of
from switchboard.gateway.remedies.request_parts import has_thinking, is_silent_call, messages_of
from switchboard.runs import Fault
from switchboard.settings import SAMPLING
from switchboard.wire import JsonObject

Rule: TypeAlias = Callable[[str, Fault, JsonObject], str | None]
"""The gateway's words, the fault and the request -> a remedy's field, if the rule knows one."""

_EFFORT_BESIDE_TOOLS = re.compile(r"(?i)function tools with reasoning_effort are not supported")
# Beside an effort, not beside this model: a comma or a full stop ends what is said of the one.
_SAMPLING = re.compile(rf"\b(?:{'|'.join(SAMPLING)})\b")
_BESIDE_EFFORT = re.compile(
    r"(?i)\b(?:with|when|while|unless|if|beside|alongside)\b[^.,:;]{0,60}\breasoning[ _.]effort"
)
_BAD_EFFORT = re.compile(r"(?i)invalid reasoning_effort|reasoning_effort['\"`]? must be one of")
_REASONING_MISSING = re.compile(
    r"(?i)(?:missing|must be passed back).{0,40}reasoning_content"
    r"|reasoning_content.{0,60}(?:missing|must be passed back|required)"
)
_THINKING = re.compile(
    r"(?i)['\"`]thinking['\"`]"
    r"|\bthinking\b[^.]{0,60}(?:n[o']t (?:support|allow|permit)|unsupported|forbidden|unexpected)"
)
_MUST_ALTERNATE = re.compile(
    r"(?i)roles must alternate|unexpected role '\w+' after role '(?:user|assistant|system)'"
)
_IDS = re.compile(r"(?i)tool call id .{1,200}? must be a-z, A-Z, 0-9")
_ROLE = re.compile(
    r"(?i)developer|incorrect role|unexpected (?:message )?role|invalid (?:message )?role"
    r"|\brole\b.{0,60}(?:not (?:one of|support)|unsupported|should be)"
)
_NO_ROLE = re.compile(r"(?i)after role|alternate|tool_call_id")
_FILTERED = re.compile(
    r"(?i)content[ _-](?:filter|polic|moderation|management|safety|violation|guideline)|blocked"
)
_MISSING = r"(?:\bnull\b|\bnone\b|string|required|missing|empty|blank|at least one)"
_NO_CONTENT = re.compile(
    rf"(?i)\bcontent\b[^.!?]{{0,60}}{_MISSING}|{_MISSING}[^.!?]{{0,40}}\bcontent\b"
)
_OF_CONTENT = re.compile(r"\bcontent['\"\]]*$")
_GEMINI = re.compile(r"(?i)function_declarations|proto field is not repeating|for OBJECT type")
_NO_IMAGES = re.compile(
    r"(?i)unknown variant `image_url`|image_url is only supported by|support (?:images?|vision)\b"
    r"|images? (?:inputs? )?(?:is|are) not (?:supported|enabled)|not a (?:vision|multimodal) model"
)
_NO_AUDIO = re.compile(
    r"(?i)unknown variant `input_audio`|support audio|audio (?:inputs? )?(?:is|are) not supported"
)
_NO_TOOLS = re.compile(
    r"(?i)support (?:for )?(?:tools|tool use|tool[- ]calling|function[- ]calling|functions)\b"
    r"|tool(?:s| use| calling) (?:is|are) not (?:supported|enabled|available)"
    r"|function calling is not (?:supported|enabled|available)"
    r"|tools param requires|requires --enable-auto-tool-choice"
)


def _effort_beside_tools(says: str, _: Fault, request: JsonObject) -> str | None:
    if not _EFFORT_BESIDE_TOOLS.search(says):
        return None
    family = family_of(str(request.get("model", "")))
    efforts = family.profile.reasoning_efforts if family else ()
    can_say_none = not efforts or "none" in efforts
    is_said = request.get("reasoning_effort") == "none"
    return "effort_beside_tools=none" if can_say_none and not is_said else "tools"


def _sampling_beside_effort(says: str, _: Fault, request: JsonObject) -> str | None:
    effort = request.get("reasoning_effort")
    if effort == "none" or not _SAMPLING.search(says) or not _BESIDE_EFFORT.search(says):
        return None
    return f"sampling_beside_effort={'absent' if effort else 'none'}"


def _effort(says: str, _: Fault, __: JsonObject) -> str | None:
    return "reasoning_effort" if _BAD_EFFORT.search(says) else None


def _missing_reasoning(says: str, _: Fault, __: JsonObject) -> str | None:
    return "reasoning_replay=reasoning_content" if _REASONING_MISSING.search(says) else None


def _thinking(says: str, _: Fault, request: JsonObject) -> str | None:
    is_sent = any(has_thinking(message) for message in messages_of(request))
    return "reasoning_replay=never" if is_sent and _THINKING.search(says) else None


def _order(says: str, _: Fault, __: JsonObject) -> str | None:
    return "role_order=alternating" if _MUST_ALTERNATE.search(says) else None


def _ids(says: str, _: Fault, __: JsonObject) -> str | None:
    return "call_ids=nine" if _IDS.search(says) else None


def _role(says: str, fault: Fault, request: JsonObject) -> str | None:
    is_about_role = _ROLE.search(says) or (fault.param or "").endswith(".role")
    if not is_about_role or _NO_ROLE.search(says):
        return None
    roles = [message.get("role") for message in messages_of(request)]
    if "developer" in roles:
        return "system_role=system"
    return "system_role=developer" if "system" in roles and "'system'" in says else None


def _content(says: str, fault: Fault, request: JsonObject) -> str | None:
    """The form after the one that was refused; null, empty, absent, and null again cover all."""
    silent = next((each for each in messages_of(request) if is_silent_call(each)), None)
    if silent is None or not _says_content_is_missing(says, fault):
        return None
    if "content" not in silent:
        return "content_beside_calls=null"
    is_null = silent["content"] is None
    return "content_beside_calls=empty" if is_null else "content_beside_calls=absent"


def _says_content_is_missing(says: str, fault: Fault) -> bool:
    if _FILTERED.search(f"{fault.type} {fault.code} {says}"):
        return False
    is_named = _OF_CONTENT.search(fault.param or "") and re.search(f"(?i){_MISSING}", says)
    return bool(is_named or _NO_CONTENT.search(says))


def _dialect(says: str, _: Fault, __: JsonObject) -> str | None:
    return "schema_dialect=gemini" if _GEMINI.search(says) else None


def _parts(says: str, _: Fault, __: JsonObject) -> str | None:
    if _NO_IMAGES.search(says):
        return "image_url"
    return "input_audio" if _NO_AUDIO.search(says) else None


def _tools(says: str, _: Fault, __: JsonObject) -> str | None:
    return "tools" if _NO_TOOLS.search(says) else None


RULES: tuple[Rule, ...] = (
    _effort_beside_tools,
    _sampling_beside_effort,
    _effort,
    _missing_reasoning,
    _thinking,
    _order,
    _ids,
    _role,
    _content,
    _dialect,
    _parts,
    _tools,
)
