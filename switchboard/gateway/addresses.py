"""Base URLs as people write them, made into the one form that works."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

from switchboard.errors import AddressError
from switchboard.gateway.masking import mask, may_be_secret

# Where the interface lives on hosts people name without a path (providers' pages, November 2026).
_PATHS = {
    "api.deepseek.com": "",
    "api.perplexity.ai": "",
    "api.groq.com": "/openai/v1",
    "openrouter.ai": "/api/v1",
    "generativelanguage.googleapis.com": "/v1beta/openai",
    "dashscope.aliyuncs.com": "/compatible-mode/v1",
    "open.bigmodel.cn": "/api/paas/v4",
    "api.fireworks.ai": "/inference/v1",
}
_ENDPOINTS = ("/chat/completions", "/completions", "/models")
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*):(?!\d)")
_HOST = re.compile(r"[^\s/\\?#@<>\"'`{}|^%\[\]:]+")
_SIGNATURE = re.compile(r"(?i)sig(?:nature)?$|passphrase|pwd$")
_PARAMETER = re.compile(r"[;&?]([^=;&?/]+)=")
_LONGEST_SCHEME = 10
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ADVICE = "Give an address like https://api.example.com/v1 or localhost:11434."


class Origin(NamedTuple):
    """What a key belongs to: the same scheme, host and port."""

    scheme: str
    host: str
    port: int


def normalise_base_url(text: str) -> str:
    """The base URL to which ``/chat/completions`` can be appended.

    ``/v1`` is added only where there is no path at all; known hosts get the path they need.
    Raises ``AddressError``, whose words never repeat the text: it may hold a password.
    """
    text = text.strip().strip("<>\"'`").strip()
    _check_characters(text)
    parts = _split(_with_scheme(text))
    _check_parts(parts)
    host = _host(parts)
    path = _without_endpoint(parts.path)
    return urlunsplit(
        (parts.scheme, _netloc(parts), path or _PATHS.get(host, "/v1"), parts.query, "")
    )


def endpoint(base_url: str, path: str) -> str:
    """The base URL with the path appended, before its query (Azure's ``api-version``)."""
    base, mark, query = base_url.partition("?")
    return base.rstrip("/") + path + mark + query


def origin(base_url: str) -> Origin:
    """Scheme, host and port. Raises ``AddressError``."""
    parts = _split(base_url)
    return Origin(parts.scheme, _host(parts), parts.port or _DEFAULT_PORTS.get(parts.scheme, 0))


def is_loopback(url: str) -> bool:
    """Whether the host is this machine itself."""
    try:
        host = origin(url).host
    except AddressError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    # 0.0.0.0 is what servers print when they listen everywhere; to call it is to call oneself.
    inner = getattr(address, "ipv4_mapped", None) or address
    return inner.is_loopback or inner.is_unspecified


def _check_characters(text: str) -> None:
    if not text:
        raise AddressError("There is no address.", advice=_ADVICE)
    if not text.isprintable() or " " in text or "\\" in text:
        raise AddressError(
            "The address holds spaces, backslashes or control characters.", advice=_ADVICE
        )
    if "#" in text:
        raise AddressError(
            "The address holds a '#', and what follows it is never sent.",
            advice=f"It may be a web page's. {_ADVICE}",
        )


def _with_scheme(text: str) -> str:
    if text.startswith("//"):
        text = text[2:]
    named = _SCHEME.match(text)
    if named and named[1].lower() not in _DEFAULT_PORTS:
        raise _other_scheme(named[1], text)
    if "://" in text:
        return text
    if named:
        return f"{named[1]}://{text[named.end() :].lstrip('/')}"
    return f"{_likely_scheme(text)}://{text}"


def _other_scheme(named: str, text: str) -> AddressError:
    if "@" in re.split(r"[/?#]", text, maxsplit=1)[0]:  # ``me:hunter2@example.com``
        return _holds_user()
    # What stands before a colon may be a key, unless it looks like nothing but a word.
    told = repr(named) if named.isalpha() and len(named) <= _LONGEST_SCHEME else "That"
    return AddressError(f"{told} is no scheme for a gateway.", advice=_ADVICE)


def _holds_user() -> AddressError:
    return AddressError(
        "The address holds a user name or password.",
        advice="Leave them out; keys have a field of their own.",
    )


def _likely_scheme(text: str) -> str:
    """Plain http for this machine and the local network, https for anything else."""
    host = text.split("/")[0].split("?")[0]
    host = (
        host[1 : host.find("]")] if host.startswith("[") else host.rpartition("@")[2].split(":")[0]
    )
    try:
        return "http" if ipaddress.ip_address(host).is_private else "https"
    except ValueError:
        local = "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
        return "http" if local else "https"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # Reading it checks it.
    except ValueError as error:
        raise AddressError("The address is not well formed.", advice=_ADVICE) from error
    return parts


def _check_parts(parts: SplitResult) -> None:
    if parts.scheme not in _DEFAULT_PORTS:
        raise AddressError("A gateway's address starts with http:// or https://.", advice=_ADVICE)
    if "@" in parts.netloc:
        raise _holds_user()
    if _holds_key(parts):
        raise AddressError(
            "The address holds a key.", advice="Leave it out; keys have a field of their own."
        )
    if not _is_host(_host(parts)):
        raise AddressError("The address names no host.", advice=_ADVICE)


def _holds_key(parts: SplitResult) -> bool:
    """Whether something in it looks like a key, or a parameter is named like one."""
    # A host with a dot is a name, as sk-prod.example.com; one without may be a key pasted here.
    host = "" if "." in parts.netloc else parts.netloc
    written = f"{host}{parts.path}?{parts.query}"
    plain = unquote(written)
    if mask(written) != written or mask(plain) != plain:
        return True
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    names += _PARAMETER.findall(plain)
    return any(may_be_secret(name) or _SIGNATURE.search(name) for name in names)


def _is_host(host: str) -> bool:
    if ":" in host:
        try:
            return bool(ipaddress.IPv6Address(host))
        except ValueError:
            return False
    return _HOST.fullmatch(host) is not None and host.strip(".") != ""


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower()


def _netloc(parts: SplitResult) -> str:
    host = f"[{_host(parts)}]" if ":" in _host(parts) else _host(parts)
    port = parts.port
    return host if port is None or port == _DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"


def _without_endpoint(path: str) -> str:
    """The path without what people paste along: an endpoint, trailing slashes, ``/v1`` twice."""
    while True:
        shorter = re.sub(r"/{2,}", "/", path).rstrip("/")
        for ending in _ENDPOINTS:
            shorter = shorter.removesuffix(ending)
        if shorter.endswith("/v1/v1"):
            shorter = shorter.removesuffix("/v1")
        if shorter == path:
            return path
        path = shorter
