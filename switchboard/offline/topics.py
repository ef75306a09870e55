"""Words that mean the same to a tool."""

from collections.abc import Iterable

from switchboard.offline.words import stem

_GROUPS = (
    "weather forecast temperature rain raining sunny snow snowing warm cold hot humidity climate",
    "weather wetter tiempo clima meteo météo temps",
    "weather rain umbrella jacket",
    "email mail e-mail message",
    "send email notify deliver forward",
    "price cost worth expensive quote",
    "stock share ticker",
    "search find lookup look query browse",
    "create add new make generate",
    "delete remove erase cancel",
    "update change edit modify set",
    "schedule calendar meeting appointment event book reserve",
    "book reserve reservation booking",
    "event calendar lunch dinner party interview birthday",
    "restaurant food eat dinner lunch",
    "time clock timezone hour",
    "convert conversion exchange",
    "currency money exchange rate dollar euro yen pound yuan usd eur",
    "translate translation language",
    "calculate compute sum evaluate math multiply plus divide times minus",
    "flight fly plane airline",
    "hotel room stay accommodation",
    "news headline article",
    "movie film cinema",
    "music song play track album",
    "remind reminder alarm",
    "route direction navigate distance far",
    "picture image photo draw",
    "read open show display view",
    "list show",
    "order purchase buy",
    "light lamp",
    "time duration second hour minute day",
    "year term period duration",
    "velocity speed",
    "amount money principal investment deposit invest dollar",
    "people person guest adult passenger traveller traveler seat",
    "weigh weight kg kilogram pound",
    "height tall",
    "file document",
    "customer client user",
    "ticket issue bug",
)


def _neighbours(groups: Iterable[str]) -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for group in groups:
        stems = {stem(word) for word in group.split()}
        for word in stems:
            near.setdefault(word, set()).update(stems - {word})
    return {word: frozenset(words) for word, words in near.items()}


_NEAR = _neighbours(_GROUPS)


def related(term: str) -> frozenset[str]:
    """The terms that may stand for this one in a tool's words."""
    return _NEAR.get(term, frozenset())
