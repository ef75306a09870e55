"""How long checking takes: a large toolset the first time and again, one call, one edited tool.

Then parse, check and lint together: the first time, after a keystroke (one tool of all changed),
and whether twice the tools take twice the time. Run: ``python benchmarks/check_toolset.py``.
Prints medians in milliseconds.
"""

import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from switchboard.lint import lint, portability
from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset, example_toolsets

TOOLS = 100
PROPERTIES = 16
ROUNDS = 15


def toolset(mark: str, tools: int = TOOLS) -> str:
    """About 300 KiB; another mark makes every schema a new one."""
    return json.dumps([tool(f"tool_{number}", mark) for number in range(tools)], indent=1)


def tool(name: str, mark: str) -> dict[str, object]:
    properties = {
        f"property_{at}": {
            "type": ["string", "null"],
            "description": f"The value of {name} at place {at}, {mark}.",
            "enum": ["first", "second", None],
        }
        for at in range(PROPERTIES)
    }
    parameters = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    function = {"name": name, "strict": True, "parameters": parameters}
    return {"type": "function", "function": function}


def milliseconds(action, *arguments) -> float:
    started = perf_counter()
    action(*arguments)
    return (perf_counter() - started) * 1_000


def typed(text: str) -> None:
    """What happens at every keystroke: parse, check, lint, the matrix."""
    tools = check_toolset(text).tools
    lint(tools)
    portability(tools)


def keystrokes(text: str, mark: str) -> list[str]:
    return [text.replace(f"at place 3, {mark}", f"typed {at}", 1) for at in range(ROUNDS)]


def report_typing() -> None:
    print("\nparse, check, lint and matrix")
    first, later = {}, {}
    for tools in (50, 100, 200):
        mark = f"of {tools}"
        texts = [toolset(f"{mark}, {number}", tools) for number in range(5)]
        first[tools] = [both_times(typed, each) for each in texts]
        edited = keystrokes(texts[-1], f"{mark}, 4")
        later[tools] = [both_times(typed, each) for each in edited]
        size = f"{tools} tools ({len(texts[0]) / 1024:.0f} KiB)"
        report(f"{size}, first time", [wall for wall, _ in first[tools]])
        report(f"{size}, after a keystroke", [wall for wall, _ in later[tools]])
    report_ratios("first time", first)
    report_ratios("after a keystroke", later)


def both_times(action, *arguments) -> tuple[float, float]:
    """By the clock, and what of it the thread had the processor."""
    started = thread_time()
    wall = milliseconds(action, *arguments)
    return wall, (thread_time() - started) * 1_000


def report_ratios(label: str, times: dict[int, list[tuple[float, float]]]) -> None:
    """Of the processor's time: a busy machine slows one size and not the other."""
    medians = {tools: median(busy for _, busy in each) for tools, each in times.items()}
    ratios = [medians[100] / medians[50], medians[200] / medians[100]]
    print(f"{label:<46} twice the tools take {ratios[0]:.2f} and {ratios[1]:.2f} times as long")


def report(label: str, times: list[float]) -> None:
    print(f"{label:<46} median {median(times):8.3f} ms   worst {max(times):8.3f} ms")


def main() -> None:
    text = toolset("once")
    print(f"{TOOLS} tools, {len(text) / 1024:.0f} KiB")
    fresh = [toolset(f"round {number}") for number in range(5)]
    report("every schema new", [milliseconds(check_toolset, each) for each in fresh])
    check_toolset(text)
    report("again", [milliseconds(check_toolset, text) for _ in range(ROUNDS)])
    edits = [text.replace("at place 3, once", f"edited {at}", 1) for at in range(ROUNDS)]
    report("again, one tool edited", [milliseconds(check_toolset, each) for each in edits])
    broken = text.replace('"string"', '"strin"')
    report("again, 100 problems located", [milliseconds(check_toolset, broken) for _ in range(5)])
    report("cut in the middle", [milliseconds(check_toolset, text[:-200]) for _ in range(ROUNDS)])
    example = example_toolsets()[0]
    report("one small tool", [milliseconds(check_toolset, example.text) for _ in range(200)])
    tools = check_toolset(example.text).tools
    call = Call("call_1", "get_weather", '{"location": "Paris, France"}')
    report("one call", [milliseconds(check_call, call, tools) for _ in range(2_000)])
    report_typing()


if __name__ == "__main__":
    main()
