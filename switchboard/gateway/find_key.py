"""Keys that are found rather than typed, each only for the host it belongs to."""

from collections.abc import Iterator, Mapping

from switchboard.errors import AddressError
from switchboard.gateway.addresses import Origin, normalise_base_url, origin
from switchboard.gateway.keys import ApiKey, FoundKey

_ENVIRONMENT = "the environment"
_SECRETS = "secrets.toml"
_OPENAI = "https://api.openai.com/v1"


def find_key(
    base_url: str, *, environment: Mapping[str, str], secrets: Mapping[str, object]
) -> FoundKey | None:
    """The key for this address, ``None`` when there is none that belongs to it.

    A gateway of one's own in ``secrets`` (``[gateways.NAME]`` with ``base_url`` and ``api_key``)
    comes first, then the variables whose host is this one. A ``SWITCHBOARD_API_KEY`` without a
    ``SWITCHBOARD_BASE_URL`` belongs nowhere: whoever can type an address could have it sent there.
    """
    wanted = _origin(base_url)
    if wanted is None:
        return None
    candidates = (*_tables(secrets), *_variables(environment, secrets))
    return next((found for place, found in candidates if place == wanted), None)


def _tables(secrets: Mapping[str, object]) -> Iterator[tuple[Origin | None, FoundKey]]:
    tables = secrets.get("gateways")
    for name, table in tables.items() if isinstance(tables, Mapping) else ():
        if isinstance(table, Mapping) and (key := _said(table, "api_key")):
            found = FoundKey(ApiKey(key), f"gateways.{name} in {_SECRETS}")
            yield _origin(_said(table, "base_url")), found


def _variables(
    environment: Mapping[str, str], secrets: Mapping[str, object]
) -> Iterator[tuple[Origin | None, FoundKey]]:
    for prefix, usual in (("SWITCHBOARD", ""), ("OPENAI", _OPENAI)):
        for source, named in _sources(environment, secrets):
            if key := _said(source, f"{prefix}_API_KEY"):
                address = _base_url(prefix, source, environment, secrets) or usual
                yield _origin(address), FoundKey(ApiKey(key), f"{prefix}_API_KEY in {named}")


def _sources(
    environment: Mapping[str, str], secrets: Mapping[str, object]
) -> tuple[tuple[Mapping[str, object], str], ...]:
    return ((environment, _ENVIRONMENT), (secrets, _SECRETS))


def _base_url(prefix: str, *sources: Mapping[str, object]) -> str:
    """The address the prefix names, the source of the key itself asked first."""
    return next((url for source in sources if (url := _said(source, f"{prefix}_BASE_URL"))), "")


def _said(source: Mapping[str, object], name: str) -> str:
    value = source.get(name)
    return value.strip() if isinstance(value, str) else ""


def _origin(base_url: str) -> Origin | None:
    try:
        return origin(normalise_base_url(base_url)) if base_url else None
    except AddressError:
        return None
