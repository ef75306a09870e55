"""A message's parts are drawn where they can be, and named where they can't."""

import base64
import io

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from components.message_content import part_line, picture_of
from switchboard.messages import ImagePart


def jpeg():
    file = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(file, "JPEG")
    return file.getvalue()


JPEG = jpeg()


def image(content):
    return ImagePart(f"data:image/jpeg;base64,{base64.b64encode(content).decode()}")


def test_a_whole_image_is_drawn():
    assert picture_of(image(JPEG)) == JPEG


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(image(JPEG[:900]), id="cut"),
        pytest.param(image(b"\0\0\0"), id="no image"),
        pytest.param(ImagePart("data:image/png;base64,é"), id="no base64"),
        pytest.param(ImagePart("data:image/png;base64,AAA"), id="base64 cut"),
        pytest.param(ImagePart("data:image/svg+xml,<svg/>"), id="another form of data URL"),
    ],
)
def test_an_image_that_cannot_be_drawn_is_told_and_not_drawn(part):
    assert picture_of(part) is None
    assert part_line(part) == ":material/broken_image: an image that can't be drawn"


@pytest.mark.app
def test_a_message_with_half_an_image_is_drawn_without_it():
    page = AppTest.from_function(_page, args=(image(JPEG[:900]).url,)).run()

    assert not page.exception
    assert [caption.value for caption in page.caption] == [
        ":material/broken_image: an image that can't be drawn"
    ]


def _page(url):
    import streamlit

    from components.message_content import message_content
    from switchboard.messages import ImagePart, Message

    message_content(Message("assistant", (ImagePart(url),)), streamlit.empty())
