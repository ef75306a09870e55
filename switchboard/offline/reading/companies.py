"""Companies it knows by name, with the ticker of their shares."""

import re
from collections.abc import Iterator, Mapping

from switchboard.offline.reading.findings import Finding

_TABLE = """
AAPL|Apple|苹果
ABNB|Airbnb|爱彼迎
ADBE|Adobe|
AMD|AMD|超微
AMZN|Amazon|亚马逊
BA|Boeing|波音
BABA|Alibaba|阿里巴巴
BIDU|Baidu|百度
DIS|Disney|迪士尼
F|Ford|福特
GOOGL|Google|谷歌
GOOGL|Alphabet|
IBM|IBM|
INTC|Intel|英特尔
JD|JD.com|京东
JPM|JPMorgan|摩根大通
KO|Coca-Cola|可口可乐
MCD|McDonald's|麦当劳
META|Meta|脸书
MSFT|Microsoft|微软
NFLX|Netflix|奈飞
NKE|Nike|耐克
NVDA|Nvidia|英伟达
ORCL|Oracle|甲骨文
PFE|Pfizer|辉瑞
PYPL|PayPal|贝宝
SAP|SAP|思爱普
SBUX|Starbucks|星巴克
SONY|Sony|索尼
SPOT|Spotify|
TCEHY|Tencent|腾讯
TM|Toyota|丰田
TSLA|Tesla|特斯拉
UBER|Uber|优步
V|Visa|
WMT|Walmart|沃尔玛
"""

_ROWS = tuple(line.split("|") for line in _TABLE.strip().splitlines())
_TICKERS: Mapping[str, str] = {
    name.lower(): ticker for ticker, *names in _ROWS for name in names if name
}
_NAMES = "|".join(re.escape(name) for name in sorted(_TICKERS, key=len, reverse=True))
_COMPANY = re.compile(rf"(?<![A-Za-z])(?:{_NAMES})(?![A-Za-z])", re.IGNORECASE)
_SHARES = re.compile(r"\b(?:stocks?|shares?|ticker|nasdaq|market cap)\b|股", re.IGNORECASE)


def find_companies(text: str) -> Iterator[Finding]:
    """Known companies, in a text that speaks of shares: apples and metas are common words."""
    if not _SHARES.search(text):
        return
    for match in _COMPANY.finditer(text):
        yield Finding("name", match[0], *match.span(), match[0])


def ticker_of(words: str) -> str | None:
    """The ticker of a company's shares, if it is one of those it knows."""
    return _TICKERS.get(words.strip().lower())
