"""What kind of thing a parameter asks for, by its format, its name and its description."""

import re
from collections.abc import Mapping

from switchboard.offline.reading.findings import Kind
from switchboard.offline.words import stem, terms
from switchboard.wire import JsonObject

_FORMATS: Mapping[str, tuple[Kind, ...]] = {
    "email": ("email",),
    "uri": ("url",),
    "url": ("url",),
    "date": ("date",),
    "date-time": ("date",),
    "time": ("time",),
}

_NAMES: Mapping[tuple[Kind, ...], str] = {
    ("email",): "email mail recipient recipients cc bcc inbox attendee attendees 邮箱 收件",
    ("url",): "url uri link website webpage href endpoint 网址 链接",
    ("date",): "date day deadline due checkin checkout birthday birthdate dob 日期",
    ("time",): "time hour clock 时间",
    ("place",): (
        "location city place country destination origin town region state area venue address "
        "airport departure arrival where capital 城市 地点 位置 地址 国家"
    ),
    ("formula",): "expression formula equation calculation 表达式",
    ("code",): "id code sku serial reference flight 编号",
    ("name", "code"): "ticker symbol 股票代码",
    ("name",): (
        "name person user author customer contact company artist singer team player actor brand "
        "director organization employee patient student owner assignee 姓名 名字"
    ),
}
# Whoever or wherever it is: a mail has them, and a flight, and a booking.
_ENDS_OF_A_WAY: tuple[Kind, ...] = ("email", "place", "name", "date")
_BY_WORD: Mapping[str, tuple[Kind, ...]] = {
    stem(word): kinds for kinds, words in _NAMES.items() for word in words.split()
}

_TICKER = re.compile(r"ticker|\bsymbol$|(?:stock|share)s? (?:symbol|code)|股票代码", re.IGNORECASE)
_TOPIC_WORDS = """
query search keyword keywords topic question term terms q 关键 查询 搜索
"""
_TOPIC = frozenset(stem(word) for word in _TOPIC_WORDS.split())
_PROSE_WORDS = """
text message body content note comment description title subject summary prompt instruction
input sentence phrase task label 内容 正文 文本 消息 标题 主题
"""
_PROSE = frozenset(stem(word) for word in _PROSE_WORDS.split())
_TITLE_WORDS = "title subject task label summary 标题 主题"
_TITLE = frozenset(stem(word) for word in _TITLE_WORDS.split())
_THING_WORDS = "name item product thing food dish ingredient title 名称 物品 商品 名字"
_THING = frozenset(stem(word) for word in _THING_WORDS.split())


def wanted_kinds(name: str, schema: JsonObject) -> tuple[Kind, ...]:
    """The kinds of finding that suit a text parameter, best first; none where nothing is said."""
    form = schema.get("format")
    if isinstance(form, str) and form in _FORMATS:
        return _FORMATS[form]
    for word in reversed(_words(name)):
        if word in _BY_WORD:
            return _BY_WORD[word]
        if word in _PROSE or word in _TOPIC:
            return ()
    described = _described_kinds(str(schema.get("description", "")))
    return described or (_ENDS_OF_A_WAY if name.lower() in ("from", "to") else ())


def _described_kinds(description: str) -> tuple[Kind, ...]:
    """By the description's words, the most particular kind first; a name may be of anything."""
    said = {_BY_WORD[word] for word in terms(description)[:8] if word in _BY_WORD}
    return next((kinds for kinds in _NAMES if kinds in said), ())


def wants_ticker(name: str, schema: JsonObject) -> bool:
    """Whether it asks for a company by the letters of its shares."""
    return bool(_TICKER.search(f"{name} {schema.get('description', '')}"))


def wants_topic(name: str) -> bool:
    """Whether it asks what to look for."""
    return any(word in _TOPIC for word in _words(name))


def wants_thing(name: str) -> bool:
    """Whether it asks what an entry of a list is."""
    return any(word in _THING or word in _TITLE for word in _words(name))


def wants_title(name: str) -> bool:
    """Whether it asks for the few words that a thing is called by."""
    return any(word in _TITLE for word in _words(name))


def wants_prose(name: str) -> bool:
    """Whether it asks for words to pass on."""
    return any(word in _PROSE for word in _words(name))


def _words(name: str) -> tuple[str, ...]:
    return terms(name.replace("_", " ").replace("-", " "))
