"""Images that a model does not take."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import openai, profile_after, remedy, request

IMAGE = {"type": "image_url", "image_url": {"url": "data:x"}}


ASKS = {"type": "text", "text": "What is it?"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (
            openai(
                "Failed to deserialize the JSON body into the target type: messages[0]: unknown"
                " variant `image_url`, expected `text`"
            ),
            400,
        ),
        (openai("Invalid content type. image_url is only supported by certain models."), 400),
        ({"error": {"message": "No endpoints found that support image input", "code": 404}}, 404),
        (
            {"error": {"code": 500, "message": "image input is not supported - hint: mmproj"}},
            500,
        ),
    ],
    ids=["DeepSeek", "OpenAI", "OpenRouter", "llama.cpp"],
)
def test_images_that_a_model_does_not_take_can_be_left_out(body, status):
    asked = request({"role": "user", "content": [IMAGE, ASKS]})

    found = remedy(body, asked, status)

    assert found.label == "Send again without image_url"
    assert apply_remedy(asked, found) == request({"role": "user", "content": [ASKS]})
    assert profile_after(found).parts == frozenset()


def test_an_image_in_the_wrong_form_is_not_left_out():
    # OLL openai/openai.go
    body = openai("image URLs are not currently supported, please use base64 encoded data instead")

    assert remedy(body, request({"role": "user", "content": [IMAGE, ASKS]})) is None
