"""The answer after tools have given their results: their values, and their errors owned up to."""

import re

from switchboard.offline.asking import ToolResult
from switchboard.offline.telling.values import list_arguments, tell
from switchboard.offline.thread import parse_json
from switchboard.wire import Json

_FAULT = re.compile(r"\s*(?:error|exception|traceback|failed|failure|错误|失败)\b", re.IGNORECASE)
_OPEN_ENDS = re.compile(r"[.!?。\uff01\uff1f]$")


def tell_results(results: list[ToolResult], *, chinese: bool) -> str:
    """One sentence for one result, a list for several."""
    if len(results) == 1:
        return _single(results[0], chinese=chinese)
    opening = "以下是各个工具返回的结果：" if chinese else "Here is what the tools returned:"
    lines = [_line(result, chinese=chinese) for result in results]
    return "\n".join([opening, "", *lines])


def fault_of(content: str) -> str | None:
    """What went wrong, in the tool's own words; ``None`` for a result that is no error."""
    value = parse_json(content)
    if isinstance(value, str):
        return value.strip() if _FAULT.match(value) else None
    if not isinstance(value, dict):
        return None
    for key in ("error", "errors", "exception"):
        if value.get(key):
            return _fault_words(value[key])
    failed = value.get("isError") is True or value.get("success") is False
    if failed or value.get("ok") is False or value.get("status") in ("error", "failed"):
        return _fault_words(value.get("message") or value)
    return None


def _fault_words(value: Json) -> str:
    if isinstance(value, dict) and value.get("message"):
        value = value["message"]
    return tell(value)


def _single(result: ToolResult, *, chinese: bool) -> str:
    fault = fault_of(result.content)
    about = _about(result)
    if fault is not None:
        return _own_up(result.name, about, fault, chinese=chinese)
    told = _tell_news(result, chinese=chinese)
    if chinese:
        return _ended(f"{result.name}{f'对“{about}”' if about else ''}返回：{told}", "。")
    return _ended(f"{result.name}{f' for {about}' if about else ''} says: {told}")


def _line(result: ToolResult, *, chinese: bool) -> str:
    fault = fault_of(result.content)
    about = _about(result)
    if fault is not None:
        return f"- {_own_up(result.name, about, fault, chinese=chinese)}"
    told = _tell_news(result, chinese=chinese)
    if chinese:
        return f"- {result.name}{f'（{about}）' if about else ''}：{told}"
    return f"- {result.name}{f' for {about}' if about else ''}: {told}"


def _tell_news(result: ToolResult, *, chinese: bool) -> str:
    """What the result says beyond what was asked: many tools repeat their arguments."""
    if not result.content.strip():
        return "没有内容" if chinese else "nothing"
    value = parse_json(result.content)
    asked = parse_json(result.arguments)
    if isinstance(value, dict) and isinstance(asked, dict):
        value = {k: v for k, v in value.items() if k not in asked or asked[k] != v} or value
    return tell(value)


def _own_up(name: str, about: str, fault: str, *, chinese: bool) -> str:
    fault = fault.rstrip(".。")
    if chinese:
        asked = f"对“{about}”" if about else ""
        return (
            f"{name}{asked}没有成功，它报告的错误是：{fault}。我没有别的来源，所以这部分无法回答。"
        )
    return (
        f"{name} failed{f' for {about}' if about else ''}. It reported: {fault}. "
        "I have no other source, so I can't answer that part."
    )


def _about(result: ToolResult) -> str:
    arguments = parse_json(result.arguments)
    return list_arguments(arguments) if isinstance(arguments, dict) else ""


def _ended(sentence: str, stop: str = ".") -> str:
    return sentence if _OPEN_ENDS.search(sentence) else sentence + stop
