"""What a message may contain, by role."""

from collections.abc import Mapping

from switchboard.offline.checking.fields import check_length
from switchboard.offline.checking.kinds import (
    expect,
    expect_array,
    expect_choice,
    expect_object,
    expect_string,
    require,
)
from switchboard.offline.models import Model
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject

_PARTS: Mapping[str, tuple[str, ...]] = {
    "user": ("text", "image_url", "input_audio", "file"),
    "assistant": ("text", "refusal"),
}
_ADDRESSES = ("data:", "http://", "https://")


def check_content(content: Json, index: int, role: str, model: Model) -> None:
    """Refuses content that is neither text nor the parts this role may have."""
    path = f"messages[{index}].content"
    expect(content, path, "string", "array")
    if isinstance(content, str):
        return
    parts = expect_array(content, path)
    check_length(parts, path, least=1, most=2048)
    for place, part in enumerate(parts):
        where = f"{path}[{place}]"
        _check_part(expect_object(part, where), where, role)
        _refuse_unsupported(str(part["type"]) if isinstance(part, dict) else "", where, model)


def _check_part(part: JsonObject, path: str, role: str) -> None:
    kinds = _PARTS.get(role, ("text",))
    kind = expect_choice(require(part, "type", f"{path}.type"), f"{path}.type", *kinds)
    if kind in ("text", "refusal"):
        expect_string(require(part, kind, f"{path}.{kind}"), f"{path}.{kind}")
        return
    inner = expect_object(require(part, kind, f"{path}.{kind}"), f"{path}.{kind}")
    if kind == "image_url":
        _check_image(inner, f"{path}.image_url")


def _check_image(image: JsonObject, path: str) -> None:
    url = expect_string(require(image, "url", f"{path}.url"), f"{path}.url")
    if not url.lower().startswith(_ADDRESSES):
        raise Refusal(
            f"Invalid '{path}.url'. Expected a valid URL, but got a value with an invalid format.",
            param=f"{path}.url",
            code="invalid_value",
        )
    if image.get("detail") is not None:
        expect_choice(image["detail"], f"{path}.detail", "auto", "low", "high", "original")


def _refuse_unsupported(kind: str, path: str, model: Model) -> None:
    if kind in ("text", "refusal") or (kind == "image_url" and model.sees):
        return
    raise Refusal(
        f"Invalid content type. {kind} is only supported by certain models.", param=f"{path}.type"
    )
