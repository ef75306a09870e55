"""What people and models say when something went wrong, and when they ask.

English, German, French, Spanish and Chinese. Short of a model that reads there is no better way
than to look for the words; what was found is shown as evidence.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

_FAILURES = (
    # English
    r"(?:could|was|were|am|is|are|did|do|does|can|have|has)(?:n['’]t| not) (?:\w+ )?(?:able|get|"
    r"retrieve|find|fetch|access|reach|read|complete|load|obtain|look up|check|see|process|parse|"
    r"return\w*|receive\w*|include\w*|contain\w*|provide\w*|give|available|work\w*|confirm|verify|"
    r"determine|have)",
    r"cannot|can['’]t|unable to|not able to|unavailable|not available|no longer available",
    r"(?<!no )(?<!without )(?<!any )(?<!without any )\berrors?\b|fail(?:ed|ure|s|ing)",
    r"unfortunately|apologi[sz]e|i['’]?(?: a)?m sorry|sorry,",
    r"timed? ?-?out|took too long|rate[ -]limit\w*|too many requests|permission|denied|forbidden",
    r"not found|no (?:data|results?|information|record|response|content)\b|came back empty|"
    r"(?:is|was|were|returned) empty|returned nothing|nothing (?:was )?(?:found|returned)|"
    r"returned null",
    r"incomplete|truncated|cut off|malformed|corrupt\w*|not valid|invalid|garbled|unreadable",
    r"missing|went wrong|problems? with|issues? with|technical (?:issue|problem|difficult)\w*",
    # German
    r"konnte\w* (?:\w+ ){0,6}nicht|kann (?:\w+ ){0,6}nicht|nicht (?:verfügbar|möglich|gefunden|"
    r"abrufen|erreichbar)|leider|fehler\w*|fehlgeschlagen|fehlt|entschuldig\w*|unvollständig|"
    r"ungültig|zeitüberschreitung|keine (?:daten|ergebnisse|angaben|antwort)|verweigert",
    # French
    r"n['’]ai pas pu|je ne peux pas|n['’]est pas disponible|impossible de|erreur|échou\w*|"
    r"malheureusement|désolée?|introuvable|incompl[eè]te?s?|aucune? (?:donnée|résultat)\w*|"
    r"indisponible|pas réussi",
    # Spanish
    r"no (?:he podido|pude|puedo|se pudo|pudo)|no está disponible|no disponible|fall[óo]\w*|"
    r"lamentablemente|desafortunadamente|lo siento|incomplet[oa]s?|no (?:se )?encontr\w*|"
    r"sin resultados|ha fallado",
)
_CHINESE = (
    r"无法|失败|错误|出错|抱歉|对不起|不可用|没有找到|未找到|找不到|超时"
    r"|没能|未能|不完整|缺少|无效|为空"
)
_NOTHING = r"nothing|none|blank|empty|null"
_OF_FAULT: Mapping[str, str] = {
    "stale": r"outdated|out of date|stale|old data|as of(?! now| today)|last updated|"
    r"not (?:be )?current|no longer current|veraltet|stand vom|périmé\w*|obsolète\w*|"
    r"desactualizad\w*|years? old",
    "contradiction": r"contradict\w*|inconsisten\w*|conflict\w*|does(?:n['’]t| not) match|"
    r"differs? from|different from|discrepan\w*|widerspr\w*|contradi\w*|earlier (?:result|reading)",
    "wrong_language": r"in german|auf deutsch|en allemand|en alemán|translated",
    "injection": r"instructions?|inject\w*|prompt|suspicious|manipulat\w*|disregard\w*|"
    r"(?:ask|tell)(?:s|ing)? me to|asked me to|not follow|won['’]t follow|anweisung\w*|"
    r"instrucci\w*",
    "oversized": r"too (?:large|long|big)|very (?:large|long)|oversized|huge",
    "wrong_type": r"unexpected (?:type|format)|as (?:a )?(?:text|string)|wrong type",
    "empty": _NOTHING,
    "null": _NOTHING,
    "slow": r"took a while|slow\w*",
    "extra_field": r"unrelated|irrelevant|unexpected field",
    "invalid_json": r"not (?:a )?json|NaN|formatting",
}
_OF_FAULT_CHINESE: Mapping[str, str] = {
    "stale": "过时|过期|旧",
    "contradiction": "矛盾|不一致",
    "injection": "指令|注入",
    "wrong_language": "德语",
}
_ASKING = (
    r"(?:could|can|would|will) you (?:please )?(?:tell|provide|give|share|confirm|clarify|specify|"
    r"check|try|let me know|send|double)",
    r"please (?:provide|tell|confirm|clarify|specify|share|let me know|give|send)",
    r"let me know (?:which|what|how|whether|your|the)",
    r"bitte (?:gib|geben|nenne|nennen|bestätig|teile|teilen|präzisier)\w*",
    r"pouvez-vous|peux-tu|veuillez|merci de (?:préciser|me|fournir|confirmer)",
    r"por favor",
)
_ASKING_CHINESE = r"请(?:提供|告诉|确认|说明|告知)|能否|可以告诉"
_OFFER = re.compile(
    r"(?:any|some)thing else|sonst noch|autre chose|algo más|其他|"
    r"would you like (?:to|the|a|an|more|some|any)\b|"
    r"would you like me to (?!try|retry|wait|check|search|look|use|call)|"
    r"do you want (?:to|the|a|an|more)\b|want (?:to|the|a|more)\b|"
    r"let me know if|how else|more details",
    re.IGNORECASE,
)

_ADVICE = re.compile(
    r"\b(?:please|you (?:can|could|may|might)|try|recommend|suggest)\b.{0,40}"
    r"\b(?:check|visit|look|see|consult|try)|\b(?:besuche|schau|sieh|consulte[rz]?|visite[rz]?)\b",
    re.IGNORECASE,
)


def advises(text: str) -> bool:
    """Whether it sends the person somewhere else to look."""
    return bool(_ADVICE.search(text))


def owns_up(text: str, fault: str = "") -> str | None:
    """The first words that say something is wrong, in general or in the way of this fault."""
    return _first(_owning_up(fault if fault in _OF_FAULT else "").search(text))


def asks(text: str) -> str | None:
    """The words or the mark by which it asks for something; an offer of more asks for nothing."""
    if _OFFER.search(text):
        return None
    if text.rstrip(" *_\"”)'").endswith(("?", "？")):
        return text
    return requests(text)


def requests(text: str) -> str | None:
    """The words by which it asks without a question mark."""
    return None if _OFFER.search(text) else _first(_asking().search(text))


def _first(match: re.Match[str] | None) -> str | None:
    return match[0].strip() if match else None


def _pattern(latin: Iterable[str], chinese: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(latin)
    return re.compile("|".join([rf"(?<!\w)(?:{words})(?!\w)", *filter(None, chinese)]), re.I)


# When they are first needed: the first page of all would wait for them.
@cache
def _asking() -> re.Pattern[str]:
    return _pattern(_ASKING, [_ASKING_CHINESE])


@cache
def _owning_up(fault: str) -> re.Pattern[str]:
    return _pattern(
        [*_FAILURES, *filter(None, [_OF_FAULT.get(fault)])],
        [_CHINESE, _OF_FAULT_CHINESE.get(fault, "")],
    )
