"""The models a gateway offers, in the shapes gateways list them.

Sources: maximhq/bifrost#6711, songquanpeng/one-api#128, vllm-project/router#134, llama.cpp.
"""

from dataclasses import dataclass
from typing import Any

from switchboard.errors import GatewayError, GatewayRefusal, ReplyUnreadable
from switchboard.gateway.addresses import endpoint
from switchboard.gateway.gateways import Gateway
from switchboard.gateway.json_text import NotJson, read_what_can_be_kept
from switchboard.gateway.refusals import kept_body, redirect_of, refusal_of
from switchboard.gateway.stop import StopSignal
from switchboard.gateway.transport import exchange, secrets_of
from switchboard.settings import Timeouts

_TIMEOUTS = Timeouts(connect_s=5, first_byte_s=20, silence_s=20)
_LONGEST = 32 * 1024 * 1024
_NAMES = ("id", "name", "model", "key")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of models and how it was come by."""

    models: tuple[str, ...]
    """The names, sorted, each once."""

    url: str
    """What was asked in the end."""

    body: str
    """The reply as it came, keys masked."""


def list_models(
    gateway: Gateway, *, timeouts: Timeouts = _TIMEOUTS, stop: StopSignal | None = None
) -> tuple[str, ...]:
    """The names, sorted, each once. Raises ``GatewayError`` when there is no list to read."""
    return fetch_models(gateway, timeouts=timeouts, stop=stop).models


def fetch_models(
    gateway: Gateway, *, timeouts: Timeouts = _TIMEOUTS, stop: StopSignal | None = None
) -> Listed:
    """The list with its evidence. Raises ``GatewayError`` when there is none to read."""
    try:
        return _fetched(gateway, "/models", timeouts, stop)
    except GatewayError as error:
        if not _may_be_elsewhere(error, gateway):
            raise
        try:
            return _fetched(gateway, "/v1/models", timeouts, stop)
        except GatewayError:
            raise error from None


def read_models(value: Any) -> tuple[str, ...] | None:
    """The names in a listing: a bare array, ``data`` or ``models``; else ``None``."""
    if isinstance(value, dict):
        lists = [value[key] for key in ("data", "models") if isinstance(value.get(key), list)]
        value = next((listed for listed in lists if listed), lists[0] if lists else None)
    if not isinstance(value, list):
        return None
    return tuple(sorted({name for item in value if (name := _name(item))}))


def _fetched(gateway: Gateway, path: str, timeouts: Timeouts, stop: StopSignal | None) -> Listed:
    url = endpoint(gateway.base_url, path)
    with exchange(gateway, "GET", url, body=None, timeouts=timeouts, stop=stop) as reply:
        body = bytearray()
        for piece in reply.pieces():
            body += piece
            if len(body) > _LONGEST:
                break
    secrets = secrets_of(gateway)
    if reply.status >= 400:
        raise refusal_of(reply.status, bytes(body), secrets)
    if reply.status >= 300:
        raise redirect_of(reply.status, reply.location, bytes(body), secrets)
    text = body.decode("utf-8", "replace")
    return Listed(_read(text, secrets), url, kept_body(text, secrets))


def _read(text: str, secrets: tuple[str, ...]) -> tuple[str, ...]:
    try:
        names = read_models(read_what_can_be_kept(text))
    except NotJson:
        names = None
    if names is None:
        raise ReplyUnreadable(
            "The gateway did not list its models.",
            advice="Is the base URL right? You can also type a model's name.",
            body=kept_body(text, secrets),
        )
    return names


def _may_be_elsewhere(error: GatewayError, gateway: Gateway) -> bool:
    if gateway.base_url.rstrip("/").endswith("/v1"):
        return False
    missing = isinstance(error, GatewayRefusal) and error.status in (404, 405)
    return missing or isinstance(error, ReplyUnreadable)


def _name(item: Any) -> str:
    if isinstance(item, str):
        return item.strip()
    if not isinstance(item, dict):
        return ""
    return next((item[key] for key in _NAMES if isinstance(item.get(key), str) and item[key]), "")
