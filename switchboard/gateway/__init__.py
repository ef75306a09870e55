"""Gateways: the only door to ``requests``, and all that is known of how they speak."""

from switchboard.gateway.addresses import endpoint, normalise_base_url
from switchboard.gateway.calls_in_text import calls_in_text
from switchboard.gateway.choice_notes import note_on_parallel_calls, note_on_tool_choice
from switchboard.gateway.exchange import Exchange
from switchboard.gateway.find_key import find_key
from switchboard.gateway.gateways import Gateway
from switchboard.gateway.keys import ApiKey, FoundKey
from switchboard.gateway.known import KNOWN, KnownGateway, name_of
from switchboard.gateway.masking import mask
from switchboard.gateway.models_list import Listed, fetch_models, list_models
from switchboard.gateway.own_headers import added_headers
from switchboard.gateway.profiles import Described, describe, profile_for
from switchboard.gateway.rate_limits import RateLimit, rate_limits
from switchboard.gateway.remedies import SWAPPED, Remedy, apply_remedy, remedy_for
from switchboard.gateway.replies import ReplyReader
from switchboard.gateway.retrying import Failure, Tries
from switchboard.gateway.step_notes import with_recorded_notes, with_step_notes
from switchboard.gateway.stop import Stopped, StopSignal
from switchboard.gateway.transport import Transport

__all__ = [
    "KNOWN",
    "SWAPPED",
    "ApiKey",
    "Described",
    "Exchange",
    "Failure",
    "FoundKey",
    "Gateway",
    "KnownGateway",
    "Listed",
    "RateLimit",
    "Remedy",
    "ReplyReader",
    "StopSignal",
    "Stopped",
    "Transport",
    "Tries",
    "added_headers",
    "apply_remedy",
    "calls_in_text",
    "describe",
    "endpoint",
    "fetch_models",
    "find_key",
    "list_models",
    "mask",
    "name_of",
    "normalise_base_url",
    "note_on_parallel_calls",
    "note_on_tool_choice",
    "profile_for",
    "rate_limits",
    "remedy_for",
    "with_recorded_notes",
    "with_step_notes",
]
