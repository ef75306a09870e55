"""What an endpoint is asked, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EndpointRequest:
    """A request as a tool's responder words it. The operator's headers are added on the way."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    body: str = field(default="", repr=False)
    """Sent as UTF-8; empty: none."""


@dataclass(frozen=True, slots=True)
class EndpointReply:
    """A reply of any status but a redirect. The operator's keys are masked in all of it."""

    status: int
    content_type: str
    """As it was sent; may be empty."""

    text: str
    """The first mebibyte, decompressed and decoded; what is no text becomes U+FFFD."""

    is_cut: bool = False
    """Whether there was more."""
