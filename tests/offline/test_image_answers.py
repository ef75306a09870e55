"""What can be computed of an image: its type, its size, its main colours."""

import base64
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from toolbox import Ask


def data_url(kind: str, image: Image.Image) -> str:
    buffer = BytesIO()
    image.save(buffer, kind)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(buffer.getvalue()).decode()}"


def seen(*urls: str, text: str = "What is this?") -> list[dict[str, Any]]:
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    return [{"role": "user", "content": [{"type": "text", "text": text}, *parts]}]


HALF = Image.new("RGB", (40, 20), "red")
HALF.paste("white", (20, 0, 40, 20))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_type_size_and_colours_are_told(ask: Ask, kind):
    answer = ask(seen(data_url(kind, HALF))).choices[0].message.content

    assert f"The image is a {kind}, 40×20 pixels, " in answer
    assert "red (50 %)" in answer
    assert "white (50 %)" in answer


def test_the_size_of_the_picture_decides_not_that_of_its_thumbnail(ask: Ask):
    large = Image.new("RGB", (3000, 2000), (20, 60, 220))

    answer = ask(seen(data_url("JPEG", large))).choices[0].message.content

    assert "The image is a JPEG, 3000×2000 pixels, " in answer
    assert "blue (100 %)" in answer


def test_what_is_transparent_has_no_colour(ask: Ask):
    clear = Image.new("RGBA", (8, 8), (255, 0, 0, 0))

    answer = ask(seen(data_url("PNG", clear))).choices[0].message.content

    assert "colours" not in answer


def test_several_images_are_numbered(ask: Ask):
    url = data_url("PNG", HALF)

    answer = ask(seen(url, url)).choices[0].message.content

    assert answer.startswith("- Image 1: The image is a PNG")
    assert "\n- Image 2: The image is a PNG" in answer


def test_an_image_on_the_web_is_not_fetched(ask: Ask):
    answer = ask(seen("http://127.0.0.1:9/cat.png")).choices[0].message.content

    assert (
        answer == "That image is on the web, and this gateway fetches nothing: attach it instead."
    )


def test_a_chinese_question_about_an_image_is_answered_in_chinese(ask: Ask):
    answer = ask(seen(data_url("PNG", HALF), text="这是什么")).choices[0].message.content

    assert answer.startswith("这是一张 PNG 图片\uff0c40×20 像素")
    assert "红色 (50 %)" in answer
