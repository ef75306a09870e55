"""What a request leaves out, and why: what the profile refuses, always or beside an effort."""

from collections.abc import Mapping

from switchboard.settings import SAMPLING, Profile, Settings


def left_out(settings: Settings, profile: Profile, *, has_tools: bool) -> Mapping[str, str]:
    """Fields of the request that are not sent, each with the reason as a sentence."""
    reason = _sampling_refusal(sent_effort(settings, profile, has_tools=has_tools), profile)
    return (dict.fromkeys(SAMPLING, reason) if reason else {}) | {**profile.refused}


def sent_effort(settings: Settings, profile: Profile, *, has_tools: bool) -> str | None:
    """The ``reasoning_effort`` as it is sent; ``None`` when none is."""
    # An effort that was picked for another model would be refused by this one.
    takes = settings.reasoning_effort in profile.reasoning_efforts
    wanted = settings.reasoning_effort if takes else None
    if "reasoning_effort" in profile.refused:
        return None
    if has_tools and profile.effort_beside_tools == "none":
        return "none"
    if has_tools and profile.effort_beside_tools == "absent" and wanted != "none":
        return None
    return wanted


def _sampling_refusal(effort: str | None, profile: Profile) -> str:
    rule = profile.sampling_beside_effort
    if rule == "any" or effort == "none":
        return ""
    if effort is not None:
        return f"This model takes it beside the reasoning effort none only, not beside {effort}."
    return (
        "This model takes it where the reasoning effort is set to none." if rule == "none" else ""
    )
