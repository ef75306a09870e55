"""What to try when something else than an answer came from an address: a page, or other JSON."""

import re
from urllib.parse import urlsplit

_UNKNOWN = "Did it come from the right base URL?"
_RIGHT = "Is the base URL right?"
_MISSING = "Is the base URL missing /v1?"
_LOGIN = (
    "It wants a login. Check that the base URL is the interface's own; "
    "a proxy or the network may ask for the login."
)
_FAILING = "The server in front of the gateway is failing; try again in a moment."

_VERSION = re.compile(r"/v\d")  # Also Gemini's /v1beta/openai and Zhipu's /v4.
_LOGIN_TITLE = re.compile(r"(?i)\b(?:sign|log)[- ]?(?:in|on)\b|\bauthenticat|\bsso\b")
# Titles of nginx, HAProxy, Cloudflare ("example.com | 502: Bad gateway") and cloud balancers.
_FAILING_TITLE = re.compile(
    r"(?i)\b50[0-4]\b|\b52\d: |bad gateway|gateway time-?out|server error|"
    r"\bunavailable\b|web server is down"
)


def advice_on_page(title: str, url: str) -> str:
    """What to try after a page of this title. ``url`` is empty where nobody knows it, as of a
    recording."""
    if _FAILING_TITLE.search(title):
        return _FAILING
    return _LOGIN if _LOGIN_TITLE.search(title) else advice_on_address(url)


def advice_on_address(url: str) -> str:
    """A question about the address that was called, of /v1 only where its path has no version."""
    if not url:
        return _UNKNOWN
    return _RIGHT if has_version(url) else _MISSING


def has_version(url: str) -> bool:
    """Whether the path of the address says which version of the interface it is."""
    return bool(_VERSION.search(urlsplit(url).path))
