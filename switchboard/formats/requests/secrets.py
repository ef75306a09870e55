"""What of a pasted request may be a key: told of, never kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from switchboard.formats.wording import code
from switchboard.payload.secret_fields import is_secret_field

# Values that are keys under whatever name.
_IS_KEY = re.compile(
    r"(?i)(?:bearer|basic|token|apikey|key)\s|(?:[srp]k|gsk|xai|hf|nvapi|csk|gh[pousr])[-_]|AIza|eyJ"
)
# Headers and parameters that open a door, too, where they stand in a request.
_OPENS = re.compile(
    r"(?i)(?:^|[-_])(?:jwt|pat|sig|signature|session|csrf|xsrf|bypass|code)(?:$|[-_])"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A URL without what may be secret in it."""

    url: str
    taken_out: tuple[str, ...] = ()
    """What was taken out: names of parameters, or ``user name``."""


def without_secrets(url: str) -> Address:
    """The URL without a user, a password, and parameters that are named like keys."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url.lstrip('/')}")
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:  # Brackets that hold no address, too many parameters.
        return Address(url.partition("?")[0].rpartition("@")[2])
    secret = [name for name, value in pairs if _is_secret(name, value)]
    user, at, host = parts.netloc.rpartition("@")
    query = parts.query
    if secret:
        query = urlencode([pair for pair in pairs if not _is_secret(*pair)])
    shown = urlunsplit((parts.scheme, host, parts.path, query, "")).removeprefix("//")
    return Address(shown, (*secret, *(["user name"] if at and user else [])))


def kept_headers(
    headers: tuple[tuple[str, str], ...],
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers that hold no secret, and the names of those that may."""
    secret = {name for name, value in headers if _is_secret(name, value)}
    kept = {name: value for name, value in headers if name not in secret}
    return kept, tuple(dict.fromkeys(name for name, _ in headers if name in secret))


def _is_secret(name: str, value: str) -> bool:
    is_named = is_secret_field(name) or _OPENS.search(name) is not None
    return is_named or _IS_KEY.match(value) is not None


def secret_notes(headers: tuple[str, ...], address: Address, *, has_key: bool) -> Iterator[str]:
    """That keys stood there."""
    names = [*headers, *address.taken_out, *(["curl's own options"] if has_key else [])]
    if names:
        yield (
            f"A key or a login stood in {code(*names)}; it was not kept. Give it in the sidebar"
            " or by the environment."
        )
