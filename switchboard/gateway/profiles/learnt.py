"""What a gateway's refusals taught, as changes of its profile."""

import re
from collections.abc import Sequence
from dataclasses import replace

from switchboard.gateway.profiles.changes import with_changes
from switchboard.gateway_records import Learnt
from switchboard.settings import Profile

_EFFORTS = re.compile(r"(?i)(?:(?:supported|valid) values are|must be one of):?([^.\n]*)")
_WORD = re.compile(r"[a-z]+")


def with_learnt(profile: Profile, learnt: Sequence[Learnt]) -> Profile:
    """With each refusal taken in, in the order they came.

    A refused token limit is swapped for the other field, never lost; ``field=value`` names a field
    of the profile and what it must be.
    """
    for each in learnt:
        profile = _taken_in(profile, each)
    return profile


def _taken_in(profile: Profile, learnt: Learnt) -> Profile:
    field, is_value, value = learnt.field.partition("=")
    if value == "here":  # Refused only as it stood in that request.
        return profile
    if is_value:
        return with_changes(profile, {field: value})
    if field == "max_tokens":
        return _refusing(replace(profile, token_limit_field="max_completion_tokens"), learnt)
    if field == "max_completion_tokens":
        return _refusing(replace(profile, token_limit_field="max_tokens"), learnt)
    if field == "reasoning_effort" and (efforts := supported_efforts(learnt.says)):
        return replace(profile, reasoning_efforts=efforts)
    if field == profile.reasoning_replay:
        profile = replace(profile, reasoning_replay="never")
    return _refusing(replace(profile, parts=profile.parts - {field}), learnt)


def _refusing(profile: Profile, learnt: Learnt) -> Profile:
    reason = f"This gateway refused it on {learnt.at:%d %B %Y}."
    refused = {**profile.refused, learnt.field: reason}
    refused.pop(profile.token_limit_field, None)
    return replace(profile, refused=refused)


def supported_efforts(says: str) -> tuple[str, ...]:
    """The efforts a refusal lists as supported; empty without any.

    OpenAI: livekit/agents#7169; Gemini: discuss.ai.google.dev/t/117875.
    """
    listed = _EFFORTS.search(says)
    words = _WORD.findall(listed[1]) if listed else []
    return tuple(word for word in words if word not in ("and", "or"))
