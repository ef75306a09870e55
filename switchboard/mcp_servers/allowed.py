"""Which MCP servers may be asked: those in the operator's file, and no other.

A server over stdio is a program that is started here, so that a person at the page may choose one
by its name and never write one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from switchboard.payload.secret_fields import is_secret_field
from switchboard.wire import Json

VARIABLE = "SWITCHBOARD_MCP_SERVERS"
"""Names the file: ``{"mcpServers": {"name": {"command": …, "args": […], "env": {…}}}}``, or
``{"url": …, "headers": {…}}`` for one over streamable HTTP; the form most clients share."""

_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class AllowedServer:
    """One server of the operator's file. Its ``repr`` is its name alone: the rest may hold keys."""

    name: str
    command: str = field(default="", repr=False)
    """Of a server over stdio; empty for one over HTTP."""

    arguments: tuple[str, ...] = field(default=(), repr=False)
    environment: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    """Added to the few variables that every program gets."""

    url: str = field(default="", repr=False)
    """Of a server over streamable HTTP."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    @property
    def kind(self) -> str:
        """``stdio`` or ``HTTP``."""
        return "HTTP" if self.url else "stdio"

    @property
    def secrets(self) -> frozenset[str]:
        """What must not be seen in what is told of the server. It may hold plain words too."""
        values = [*self.environment.values(), *self.headers.values(), *_url_secrets(self.url)]
        # A server tells of the key alone, where its header says "Bearer" too.
        words = [word for value in self.headers.values() for word in value.split()]
        # Programs are given keys as arguments too: `--token=…`.
        words += [each.rpartition("=")[2] for each in self.arguments]
        return frozenset(
            [value for value in values if len(value) > 3]
            + [word for word in words if len(word) > 7]
        )

    @property
    def keys(self) -> frozenset[str]:
        """Those of the secrets that are keys by their names or their place, and long enough not to
        garble a result from which they are taken."""
        named = [value for name, value in self.environment.items() if is_secret_field(name)]
        options = [each.partition("=") for each in self.arguments]
        named += [value for name, _, value in options if is_secret_field(name)]
        named += [word for value in self.headers.values() for word in (value, *value.split())]
        named += _url_secrets(self.url)
        return frozenset(value for value in named if len(value) > 7)


@dataclass(frozen=True, slots=True)
class AllowedServers:
    """What the operator allows."""

    servers: tuple[AllowedServer, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the file, as sentences for the operator."""


def allowed_servers(environment: Mapping[str, str]) -> AllowedServers:
    """The servers of the file that ``SWITCHBOARD_MCP_SERVERS`` names; none where it is not set."""
    path = environment.get(VARIABLE, "")
    if not path:
        return AllowedServers()
    try:
        written = _read(Path(path).expanduser())
    except OSError as error:
        return AllowedServers(problems=(f"{path} can't be read: {error.strerror or error}.",))
    except (ValueError, RecursionError) as error:
        return AllowedServers(problems=(f"{path} is no JSON: {error}.",))
    servers = written.get("mcpServers") if isinstance(written, dict) else None
    if not isinstance(servers, dict):
        message = f'{path} holds no servers. Expected is {{"mcpServers": {{"name": {{…}}}}}}.'
        return AllowedServers(problems=(message,))
    understood = [_server(name, each) for name, each in servers.items()]
    return AllowedServers(
        tuple(each for each in understood if isinstance(each, AllowedServer)),
        tuple(f"{path}: {each}" for each in understood if isinstance(each, str)),
    )


def _read(path: Path) -> Json:
    if path.stat().st_size > _LARGEST:
        raise ValueError("it is too large")
    value: Json = json.loads(path.read_text("utf-8"))
    return value


def _server(name: str, written: Json) -> AllowedServer | str:
    """The server, or what is wrong with it."""
    entry = written if isinstance(written, dict) else {}
    command, url = entry.get("command"), entry.get("url")
    arguments = entry.get("args", [])
    if isinstance(command, str) and command and _are_texts(arguments):
        return AllowedServer(
            name,
            command=command,
            arguments=tuple(map(str, arguments)) if isinstance(arguments, list) else (),
            environment=_texts(entry.get("env")),
        )
    if isinstance(url, str) and _is_address(url):
        return AllowedServer(name, url=url, headers=_texts(entry.get("headers")))
    return f"{name!r} needs a `command` with `args` as texts, or a `url` of http or https."


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # Brackets that hold no address, a port that is no number.
        return False


def _url_secrets(url: str) -> list[str]:
    """All of it, and what in it may be told alone: clients write addresses in their own way."""
    if not url:
        return []
    parts = urlsplit(url)
    told = [value for _, value in parse_qsl(parts.query)]
    return [url, parts.query, parts.username or "", parts.password or "", *told]


def _are_texts(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _texts(value: Json) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: each for key, each in pairs if isinstance(each, str)}
