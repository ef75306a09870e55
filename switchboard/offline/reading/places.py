"""Places: cities it knows with their country, and names after a word of place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from switchboard.offline.reading.findings import Finding


@dataclass(frozen=True, slots=True)
class City:
    """A city under its English and its Chinese name."""

    name: str
    country: str
    chinese: str = ""
    chinese_country: str = ""


_TABLE = """
Amsterdam|Netherlands|阿姆斯特丹|荷兰
Athens|Greece|雅典|希腊
Auckland|New Zealand|奥克兰|新西兰
Bangkok|Thailand|曼谷|泰国
Barcelona|Spain|巴塞罗那|西班牙
Beijing|China|北京|中国
Berlin|Germany|柏林|德国
Bogotá|Colombia|波哥大|哥伦比亚
Boston|United States|波士顿|美国
Brussels|Belgium|布鲁塞尔|比利时
Budapest|Hungary|布达佩斯|匈牙利
Buenos Aires|Argentina|布宜诺斯艾利斯|阿根廷
Cairo|Egypt|开罗|埃及
Cape Town|South Africa|开普敦|南非
Chengdu|China|成都|中国
Chicago|United States|芝加哥|美国
Chongqing|China|重庆|中国
Copenhagen|Denmark|哥本哈根|丹麦
Delhi|India|德里|印度
Dubai|United Arab Emirates|迪拜|阿联酋
Dublin|Ireland|都柏林|爱尔兰
Edinburgh|United Kingdom|爱丁堡|英国
Frankfurt|Germany|法兰克福|德国
Geneva|Switzerland|日内瓦|瑞士
Guangzhou|China|广州|中国
Hamburg|Germany|汉堡|德国
Hangzhou|China|杭州|中国
Hanoi|Vietnam|河内|越南
Helsinki|Finland|赫尔辛基|芬兰
Hong Kong|China|香港|中国
Houston|United States|休斯敦|美国
Istanbul|Turkey|伊斯坦布尔|土耳其
Jakarta|Indonesia|雅加达|印度尼西亚
Johannesburg|South Africa|约翰内斯堡|南非
Kyoto|Japan|京都|日本
Lagos|Nigeria|拉各斯|尼日利亚
Las Vegas|United States|拉斯维加斯|美国
Lima|Peru|利马|秘鲁
Lisbon|Portugal|里斯本|葡萄牙
London|United Kingdom|伦敦|英国
Los Angeles|United States|洛杉矶|美国
Lyon|France|里昂|法国
Madrid|Spain|马德里|西班牙
Manila|Philippines|马尼拉|菲律宾
Melbourne|Australia|墨尔本|澳大利亚
Mexico City|Mexico|墨西哥城|墨西哥
Miami|United States|迈阿密|美国
Milan|Italy|米兰|意大利
Montreal|Canada|蒙特利尔|加拿大
Moscow|Russia|莫斯科|俄罗斯
Mumbai|India|孟买|印度
Munich|Germany|慕尼黑|德国
Nairobi|Kenya|内罗毕|肯尼亚
Nanjing|China|南京|中国
New Delhi|India|新德里|印度
New York City|United States|纽约市|美国
New York|United States|纽约|美国
Osaka|Japan|大阪|日本
Oslo|Norway|奥斯陆|挪威
Paris|France|巴黎|法国
Prague|Czech Republic|布拉格|捷克
Reykjavik|Iceland|雷克雅未克|冰岛
Rio de Janeiro|Brazil|里约热内卢|巴西
Rome|Italy|罗马|意大利
San Francisco|United States|旧金山|美国
Santiago|Chile|圣地亚哥|智利
São Paulo|Brazil|圣保罗|巴西
Seattle|United States|西雅图|美国
Seoul|South Korea|首尔|韩国
Shanghai|China|上海|中国
Shenzhen|China|深圳|中国
Singapore|Singapore|新加坡|新加坡
Stockholm|Sweden|斯德哥尔摩|瑞典
Suzhou|China|苏州|中国
Sydney|Australia|悉尼|澳大利亚
Taipei|Taiwan|台北|台湾
Tianjin|China|天津|中国
Tokyo|Japan|东京|日本
Toronto|Canada|多伦多|加拿大
Vancouver|Canada|温哥华|加拿大
Venice|Italy|威尼斯|意大利
Vienna|Austria|维也纳|奥地利
Warsaw|Poland|华沙|波兰
Washington|United States|华盛顿|美国
Wuhan|China|武汉|中国
Xi'an|China|西安|中国
Zurich|Switzerland|苏黎世|瑞士
"""

_CITIES = tuple(City(*line.split("|")) for line in _TABLE.strip().splitlines())
CITIES: Mapping[str, City] = {
    key.lower(): city for city in _CITIES for key in (city.name, city.chinese)
}
"""By either name, in lower case."""

_LONGEST_FIRST = sorted(CITIES, key=len, reverse=True)
_LATIN = "|".join(re.escape(name) for name in _LONGEST_FIRST if name[0] < "\u2e80")
_HAN = "|".join(name for name in _LONGEST_FIRST if name[0] >= "\u2e80")
_KNOWN = re.compile(rf"\b(?:{_LATIN})\b|(?:{_HAN})", re.IGNORECASE)
_COUNTRIES = "|".join(sorted({re.escape(city.country) for city in _CITIES}))
# "Paris, France" and "Austin, TX" are one place each; "Paris, Rome" and "Paris, please" are not.
_COUNTRY_TAIL = re.compile(rf",\s?(?:{_COUNTRIES}|USA|[A-Z]{{2}})\b")
_CAPITALS = r"[A-ZÀ-Þ][\w'’-]*(?:\s(?:(?:de|la|of|the)\s)?[A-ZÀ-Þ][\w'’-]*)*"
_AFTER = re.compile(
    rf"\b(?:in|at|near|from|to|around|into|towards|for|visit)\s(?:the\s)?({_CAPITALS}(?:,\s{_CAPITALS})?)"
)
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Celsius|Fahrenheit|Kelvin|USD|EUR|I)\b"
)


def find_places(text: str) -> Iterator[Finding]:
    """Known cities, and capitalised names after ``in``, ``from``, ``to`` and their like."""
    for match in _KNOWN.finditer(text):
        yield _known_place(text, match)
    for match in _AFTER.finditer(text):
        if not _CALENDAR.match(match[1]):
            yield Finding("place", match[1], *match.span(1), match[1])


def _known_place(text: str, match: re.Match[str]) -> Finding:
    tail = _COUNTRY_TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    words = text[match.start() : end]
    return Finding("place", words, match.start(), end, words, unit="city")


def find_city(words: str) -> City | None:
    """The city of that name, English or Chinese, if it is one of those it knows."""
    return CITIES.get(words.strip().lower())
