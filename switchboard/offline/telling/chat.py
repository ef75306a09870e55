"""Chat without tools: a few honest sentences of a program that is no language model."""

import re

from switchboard.offline.asking import Tool
from switchboard.offline.declining import declined_spans
from switchboard.offline.telling.values import key_words, spoken

_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|good (?:morning|evening|afternoon))\b|\bhow are you\b|你好|您好|嗨", re.I
)
_THANKS = re.compile(r"\s*(?:thanks|thank you|thx)\b|谢谢|多谢", re.I)
_WHO = re.compile(r"\b(?:who|what) are you\b|你是谁|你是什么", re.I)


_CAN = re.compile(r"\bwhat can (?:you|i) do\b|\bwhat tools\b|你能做什么|有什么工具|会什么", re.I)


def chat(
    question: str,
    tools: tuple[Tool, ...],
    *,
    chinese: bool,
    unmet: tuple[Tool, list[str]] | None = None,
) -> str:
    """What it can truthfully say to a message that calls for no tool.

    ``unmet`` is a tool that would fit, with the parameters that the message says nothing of.
    """
    if tools and _CAN.search(question):
        return _list_tools(tools, chinese=chinese)
    if tools and declined_spans(question):
        return _leave_be(chinese=chinese)
    if unmet:
        return _ask_back(*unmet, chinese=chinese)
    opening = _open_chinese(question) if chinese else _open(question)
    advice = _advise_chinese(tools) if chinese else _advise(tools)
    return f"{opening}{'' if chinese else ' '}{advice}"


def _leave_be(*, chinese: bool) -> str:
    if chinese:
        return "好的，那就不做，我没有调用任何工具。（我是 Switchboard 的离线网关，不是语言模型。）"
    return (
        "All right, I leave that and called nothing. "
        "(I am Switchboard's offline gateway, no language model.)"
    )


def _ask_back(tool: Tool, names: list[str], *, chinese: bool) -> str:
    if chinese:
        return (
            f"{tool.name} 可能合适，但你的消息里没有说明{'、'.join(names)}，所以我没有调用。"
            "请把它们告诉我。（我是 Switchboard 的离线网关，不是语言模型。）"
        )
    said = spoken([key_words(name) for name in names])
    return (
        f"{tool.name} may fit, but your message does not say its {said}, so I called nothing. "
        "Tell me, and I will. (I am Switchboard's offline gateway, no language model.)"
    )


def _list_tools(tools: tuple[Tool, ...], *, chinese: bool) -> str:
    opening = (
        "我是 Switchboard 的离线网关，不是语言模型。我可以调用这些工具："
        if chinese
        else "I am Switchboard's offline gateway, no language model. I can call these tools:"
    )
    lines = [f"- {tool.name}: {_short(tool.description)}".rstrip(": ") for tool in tools]
    return "\n".join([opening, "", *lines])


def _open(question: str) -> str:
    myself = "I am Switchboard's offline gateway, a small program and no language model"
    if _THANKS.match(question):
        return f"You're welcome. {myself}, but glad to help."
    if _GREETING.match(question):
        return f"Hello! {myself}, so I can't chat about everything."
    if _WHO.search(question):
        return f"{myself}. I pick tools by their words and fill in arguments from your message."
    return f"I can't answer “{_short(question)}” myself: {myself}." if question else f"{myself}."


def _advise(tools: tuple[Tool, ...]) -> str:
    if not tools:
        return (
            "Give me a tool, such as get_weather, and ask something it can do: "
            "I will call it and answer with what it returns."
        )
    if len(tools) == 1:
        return f"The one tool I have, {tools[0].name}, does not seem to fit, so I called nothing."
    names = ", ".join(tool.name for tool in tools[:5])
    rest = f" and {len(tools) - 5} more" if len(tools) > 5 else ""
    return f"None of my tools ({names}{rest}) seems to fit, so I called nothing."


def _open_chinese(question: str) -> str:
    myself = "我是 Switchboard 的离线网关，只是一个小程序，不是语言模型"
    if _THANKS.search(question):
        return f"不客气。{myself}。"
    if _GREETING.search(question):
        return f"你好！{myself}，所以不能随意聊天。"
    if _WHO.search(question):
        return f"{myself}。我按词语挑选工具，并从你的消息中填写参数。"
    return f"“{_short(question)}”我自己答不上来：{myself}。"


def _advise_chinese(tools: tuple[Tool, ...]) -> str:
    if not tools:
        return (
            "给我一个工具，例如 get_weather，再问它能做的事，我就会调用它，并用它返回的内容来回答。"
        )
    names = "、".join(tool.name for tool in tools[:5])
    return f"现有的工具（{names}{'等' if len(tools) > 5 else ''}）似乎都不合适，所以我没有调用。"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:80]}…" if len(line) > 80 else line
