"""Which hosts may be asked: those in the operator's setting, and no other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from switchboard.endpoints.entries import Entry, read_entry
from switchboard.endpoints.headers import header_problem
from switchboard.endpoints.host_names import is_near
from switchboard.endpoints.masking import header_secrets
from switchboard.wire import Json

VARIABLE = "SWITCHBOARD_HTTP_HOSTS"
"""A list, ``api.example.com, *.example.org, localhost:9000``, or the path of a JSON file,
``{"hosts": {"api.example.com": {"headers": {…}}, "localhost:9000": {"private": true}}}``."""

_LARGEST = 1_000_000
_USUAL_PORTS = {"http": 80, "https": 443}
_FORM = '{"hosts": {"api.example.com": {}}}'


@dataclass(frozen=True, slots=True)
class AllowedHost:
    """One entry of the operator's setting. Its ``repr`` leaves the headers out: they hold keys."""

    entry: Entry
    headers: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    """Added to each request, in place of what a person set under the same name."""

    is_private: bool = False
    """Whether it may lead to this machine or a private network."""

    @property
    def secrets(self) -> frozenset[str]:
        """What must not be seen in what the host says."""
        return header_secrets(self.headers)

    def fits(self, scheme: str, host: str, port: int) -> bool:
        """Whether it is an entry for this host, which is in its normal form."""
        if port != (self.entry.port or _USUAL_PORTS.get(scheme)):
            return False
        if self.entry.is_wildcard:
            return host.endswith("." + self.entry.host)
        return host == self.entry.host


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """What the operator allows."""

    hosts: tuple[AllowedHost, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the setting, as sentences for the operator."""

    def host_for(self, scheme: str, host: str, port: int) -> AllowedHost | None:
        """The closest entry: the host itself before a star, the longer name before the shorter."""
        fitting = [each for each in self.hosts if each.fits(scheme, host, port)]
        return max(fitting, key=_closeness, default=None)


def allowed_hosts(environment: Mapping[str, str]) -> AllowedHosts:
    """The hosts that ``SWITCHBOARD_HTTP_HOSTS`` names; none where it is not set."""
    setting = environment.get(VARIABLE, "").strip()
    if _is_path(setting):
        return _from_file(setting)
    return _allowed([_listed(each) for each in setting.split(",") if each.strip()], VARIABLE)


def _closeness(host: AllowedHost) -> tuple[bool, int, bool]:
    return not host.entry.is_wildcard, len(host.entry.host), host.entry.port is not None


def _is_path(setting: str) -> bool:
    if setting.endswith(".json"):
        return True
    return ("/" in setting or "\\" in setting) and "," not in setting and "://" not in setting


def _from_file(path: str) -> AllowedHosts:
    try:
        written = _read(Path(path).expanduser())
    except OSError as error:
        return AllowedHosts(problems=(f"{path} can't be read: {error.strerror or error}.",))
    except (ValueError, RecursionError) as error:
        return AllowedHosts(problems=(f"{path} is no JSON: {error}.",))
    hosts = written.get("hosts") if isinstance(written, dict) else None
    if not isinstance(hosts, dict):
        return AllowedHosts(problems=(f"{path} holds no hosts. Expected is {_FORM}.",))
    return _allowed([_described(name, each) for name, each in hosts.items()], path)


def _read(path: Path) -> Json:
    if path.stat().st_size > _LARGEST:
        raise ValueError("it is too large")
    value: Json = json.loads(path.read_text("utf-8"))
    return value


def _allowed(understood: list[AllowedHost | str], place: str) -> AllowedHosts:
    return AllowedHosts(
        tuple(each for each in understood if isinstance(each, AllowedHost)),
        tuple(f"{place}: {each}" for each in understood if isinstance(each, str)),
    )


def _listed(written: str) -> AllowedHost | str:
    """The host, or what is wrong with it. Who lists ``localhost:9000`` means that machine."""
    try:
        entry = read_entry(written)
    except ValueError as error:
        return str(error)
    name = f"any.{entry.host}" if entry.is_wildcard else entry.host
    return AllowedHost(entry, is_private=is_near(name))


def _described(name: str, written: Json) -> AllowedHost | str:
    """The host, or what is wrong with it."""
    try:
        entry = read_entry(name)
    except ValueError as error:
        return str(error)
    settings = written if isinstance(written, dict) else {"": written}
    headers, is_private = settings.get("headers", {}), settings.get("private", False)
    if set(settings) - {"headers", "private"} or not isinstance(is_private, bool):
        return f"{name!r} can have `headers`, and `private` that is true or false; nothing else."
    if not isinstance(headers, dict):
        return f"The `headers` of {name!r} are texts by their names."
    texts = {key: each for key, each in headers.items() if isinstance(each, str)}
    wrong = [header_problem(key, each) for key, each in texts.items()]
    problem = next((each for each in wrong if each), None)
    if problem or len(texts) < len(headers):
        return f"{name!r}: {problem or 'each of its `headers` is a text.'}"
    return AllowedHost(entry, texts, is_private)
