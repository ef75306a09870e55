"""Families of tools, told by their words, and what each answers."""

from collections.abc import Callable
from typing import TypeAlias

from switchboard.simulate.arithmetic import calculated
from switchboard.simulate.subjects import Subject
from switchboard.wire import JsonObject

Family: TypeAlias = Callable[[Subject], JsonObject]

_CONDITIONS = ("sunny", "partly cloudy", "cloudy", "light rain", "clear")
_DONE = {
    "add": "added",
    "book": "booked",
    "cancel": "cancelled",
    "delete": "deleted",
    "order": "ordered",
    "post": "posted",
    "remove": "removed",
    "reserve": "reserved",
    "schedule": "scheduled",
    "send": "sent",
    "set": "set",
    "update": "updated",
    "upload": "uploaded",
    "write": "written",
}


def family_of(subject: Subject) -> Family:
    """The family of the first telling word of the name, else of the description."""
    for words in (subject.name_words, subject.description_words):
        for word in words:
            if family := _told_by(word):
                return family
    return _looked_up if _GENERIC & {*subject.name_words} else _done


def _told_by(word: str) -> Family | None:
    """Chinese is written without spaces, so a telling word may be a part of a longer one."""
    if word in _FAMILIES:
        return _FAMILIES[word]
    parts = (family for part, family in _CHINESE.items() if part in word)
    return None if word.isascii() else next(parts, None)


def _weather(subject: Subject) -> JsonObject:
    celsius = 4 + subject.pick(26)
    is_fahrenheit = "fahrenheit" in map(str, subject.arguments.values())
    return {
        "temperature": round(celsius * 9 / 5 + 32) if is_fahrenheit else celsius,
        "unit": "fahrenheit" if is_fahrenheit else "celsius",
        "conditions": _CONDITIONS[subject.pick(len(_CONDITIONS), "conditions")],
        "humidity_percent": 35 + subject.pick(55, "humidity"),
    }


def _listed(subject: Subject) -> JsonObject:
    return {
        "results": [
            {"id": f"{1 + subject.pick(900) + number}", "title": f"{subject.topic} {number}"}
            for number in (1, 2, 3)
        ],
        "total": 3,
    }


def _created(subject: Subject) -> JsonObject:
    verb = next((word for word in subject.name_words if word in _DONE), "")
    return {"id": _identifier(subject), "status": _DONE.get(verb, "created")}


def _changed(subject: Subject) -> JsonObject:
    verb = next((word for word in subject.name_words if word in _DONE), "")
    return {"status": "ok", "result": _DONE.get(verb, "done")}


def _calculated(subject: Subject) -> JsonObject:
    return {"result": calculated(subject)}


def _time(_: Subject) -> JsonObject:
    return {"datetime": "2026-01-15T09:30:00+00:00", "weekday": "Thursday"}


def _price(subject: Subject) -> JsonObject:
    return {"price": round(10 + subject.pick(49_000) / 100, 2), "currency": "USD"}


def _looked_up(subject: Subject) -> JsonObject:
    return {
        "id": _identifier(subject),
        "name": subject.topic,
        "status": "active",
        "updated_at": "2026-01-15T09:30:00+00:00",
    }


def _done(_: Subject) -> JsonObject:
    return {"status": "ok"}


def _identifier(subject: Subject) -> str:
    noun = subject.name_words[-1] if subject.name_words else "item"
    return f"{noun if noun.isascii() else 'item'}_{subject.pick(16**6):06x}"


_WORDS: tuple[tuple[Family, str], ...] = (
    (_weather, "weather forecast temperature climate"),
    (_listed, "search list find query browse recommend suggest"),
    (_created, "create send book schedule order reserve add post upload write generate make"),
    (_changed, "set update delete remove cancel switch turn open close start stop"),
    (_calculated, "calculate compute convert sum multiply divide subtract evaluate"),
    (_time, "time date clock now today timezone"),
    (_price, "price stock quote cost rate fare"),
)
_FAMILIES = {word: family for family, words in _WORDS for word in words.split()}
_CHINESE: dict[str, Family] = {
    "天气": _weather,
    "搜索": _listed,
    "查找": _listed,
    "列表": _listed,
    "创建": _created,
    "发送": _created,
    "预订": _created,
    "添加": _created,
    "设置": _changed,
    "删除": _changed,
    "更新": _changed,
    "计算": _calculated,
    "转换": _calculated,
    "换算": _calculated,
    "时间": _time,
    "日期": _time,
    "价格": _price,
    "股票": _price,
    "查询": _looked_up,
    "获取": _looked_up,
}
_GENERIC = frozenset(("get", "lookup", "fetch", "read", "show", "describe", "check", "retrieve"))
