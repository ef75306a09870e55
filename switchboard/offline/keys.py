"""The Bearer header: any key will do but one that calls itself wrong."""

import re

from switchboard.offline.refusals import Refusal

_WRONG = re.compile(r"invalid|wrong|expired", re.IGNORECASE)


def check_key(authorization: str | None) -> None:
    """Refuses a key that says it is wrong. None at all is fine: this gateway is on loopback."""
    key = (authorization or "").removeprefix("Bearer ").strip()
    if not _WRONG.search(key):
        return
    raise Refusal(
        f"Incorrect API key provided: {mask(key)}. This gateway accepts any key that does not "
        "name a fault.",
        code="invalid_api_key",
        status=401,
    )


def mask(key: str) -> str:
    """The ends of a key, as the reference echoes it."""
    return f"{key[:3]}{'*' * 8}{key[-4:]}" if len(key) > 11 else "*" * len(key)
