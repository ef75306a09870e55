"""Replies of 33 providers, read when ``SWITCHBOARD_CONFORMANCE_DATA`` names their folder."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from switchboard.messages import Answer
from tests.gateway.stream_files import read, reader

TRAFFIC = Path(os.environ.get("SWITCHBOARD_CONFORMANCE_DATA") or "nowhere") / "traffic"
INDEX = TRAFFIC / "index.jsonl"
ROWS = [json.loads(line) for line in INDEX.read_text().splitlines()] if INDEX.is_file() else []

# Where we read more than the recorder did, or what it wrote down is no claim about the reply.
NOT_CHAT = ("083_kinetica", "110_not-a-chat-endpoint")
HOLLOW_LEGACY_CALL = ("220_snowflake", "222_snowflake", "224_snowflake")
CUSTOM_CALL = ("152_openai_json_tools",)

pytestmark = pytest.mark.skipif(not ROWS, reason="SWITCHBOARD_CONFORMANCE_DATA is not set")


def rows(with_expectation: bool) -> list[Any]:
    return [
        pytest.param(row, id=Path(row["file"]).stem)
        for row in ROWS
        if bool(row.get("expected")) is with_expectation
    ]


def body_of(row: dict[str, Any]) -> bytes:
    return (TRAFFIC / row["file"]).read_bytes()


def reading_of(row: dict[str, Any]):
    status = row.get("http_status") or (400 if row["kind"] == "error" else 200)
    return reader(status=status, content_type=row.get("content_type") or "")


def is_among(row: dict[str, Any], names: tuple[str, ...]) -> bool:
    return Path(row["file"]).stem.startswith(names)


@pytest.mark.parametrize("row", rows(with_expectation=True))
def test_a_recorded_reply_is_read_without_loss(row):
    expected = json.loads((TRAFFIC / row["expected"]).read_text())

    answer, error = read([body_of(row)], reading_of(row))

    failed = bool(expected.get("errors") or expected.get("error")) or is_among(row, NOT_CHAT)
    assert (error is not None) is failed
    assert answer.model == expected["model"]
    assert (answer.usage.raw if answer.usage else None) == expected["usage"]
    assert choices_of(answer) == expected_choices(row, expected["choices"])


@pytest.mark.parametrize("row", rows(with_expectation=False))
def test_a_recorded_error_is_understood(row):
    _, error = read([body_of(row)], reading_of(row))

    assert error is not None
    assert error.status == row["http_status"]
    assert "without a word" not in error.message
    assert "{" not in error.message.replace("messages[3]", "")[:120]


@pytest.mark.parametrize("row", rows(with_expectation=True))
def test_a_recorded_reply_byte_by_byte_is_read_the_same(row):
    body = body_of(row)[:20_000]

    whole = read([body], reading_of(row))
    pieces = read([body[i : i + 1] for i in range(len(body))], reading_of(row))

    assert (pieces[0], repr(pieces[1])) == (whole[0], repr(whole[1]))


def choices_of(answer: Answer) -> dict[str, Any]:
    return {
        str(choice.index): {
            "content": choice.message.text,
            "reasoning": choice.message.reasoning or "",
            "tool_calls": [
                {"id": call.id, "name": call.name, "arguments": call.arguments}
                for call in choice.message.calls
            ],
            "finish_reason": choice.finish_reason,
        }
        for choice in answer.choices
    }


def expected_choices(row: dict[str, Any], choices: dict[str, Any]) -> dict[str, Any]:
    for choice in choices.values():
        choice["finish_reason"] = choice["finish_reason"] or None
        if is_among(row, HOLLOW_LEGACY_CALL):
            choice["tool_calls"] = []
        for call in choice["tool_calls"]:
            call["id"] = call["id"] or "own_1"
            if is_among(row, CUSTOM_CALL):
                call |= {"name": "math_exp", "arguments": "4 + 4"}
    return choices
