import dataclasses

import pytest

from switchboard.errors import GatewayError
from switchboard.messages import Answer
from tests.gateway.stream_files import StreamFile, read_file, stream_files

FILES = stream_files()
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


@every_file
def test_every_quirk_reads_as_its_file_says(file: StreamFile) -> None:
    answer, error = read_file(file, [file.body])

    assert _summary(answer, error, file.expected) == file.expected


@every_file
def test_a_reply_byte_by_byte_reads_as_the_whole(file: StreamFile) -> None:
    single_bytes = [file.body[i : i + 1] for i in range(len(file.body))]

    assert _comparable(read_file(file, single_bytes)) == _comparable(read_file(file, [file.body]))


@every_file
def test_a_reply_cut_at_any_byte_reads_as_the_whole(file: StreamFile) -> None:
    whole = _comparable(read_file(file, [file.body]))

    for cut in range(1, len(file.body)):
        parts = read_file(file, [file.body[:cut], file.body[cut:]])
        assert _comparable(parts) == whole, f"cut at {cut}"


def test_clean_replies_have_no_notes() -> None:
    clean = [file for file in FILES if file.name.startswith("canonical")]

    assert [read_file(file, [file.body])[0].notes for file in clean] == [(), (), ()]


def _comparable(reading: tuple[Answer, GatewayError | None]) -> tuple[Answer, str, object]:
    answer, error = reading
    return answer, repr(error), error and error.__dict__


def _summary(answer: Answer, error: GatewayError | None, wanted: dict) -> dict:
    """The answer in the terms of a file's ``expected``; keys not asked for are left out."""
    usage = answer.usage
    said = {
        "role": answer.message.role,
        "text": answer.message.content if answer.choices else "",
        "calls": [[call.id, call.name, call.arguments] for call in answer.message.calls],
        "finish": answer.finish_reason,
        "notes": list(answer.notes),
        "usage": usage and [usage.input_tokens, usage.output_tokens, usage.total_tokens],
        "reasoning": answer.message.reasoning,
        "refusal": answer.message.refusal,
        "extra": answer.message.extra,
        "call_extra": [call.extra for call in answer.message.calls],
        "logprobs": answer.choices[0].logprobs if answer.choices else None,
        "choice_extra": answer.choices[0].extra if answer.choices else {},
        "model": answer.model,
        "created": answer.created,
        "complete": answer.complete,
        "others": [[other.message.text, other.finish_reason] for other in answer.choices[1:]],
    }
    if error is None:
        assert answer.complete
    else:
        said["error"] = _error_summary(error, wanted.get("error", {}))
    return {key: value for key, value in said.items() if key in wanted or key == "error"}


def _error_summary(error: GatewayError, wanted: dict) -> dict:
    said = dataclasses.asdict(_Said(type(error).__name__, error.message))
    said |= {key: getattr(error, key) for key in ("status", "type", "param", "code", "body")}
    return {key: value for key, value in said.items() if key in wanted or key == "kind"}


@dataclasses.dataclass
class _Said:
    kind: str
    message: str
