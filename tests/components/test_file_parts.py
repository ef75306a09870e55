"""What a file is as a part of a message is told by what it holds, not by its name."""

import io

import pytest
from PIL import Image

from components.file_parts import file_part
from switchboard.messages import ImagePart, OtherPart

EVERYTHING = frozenset({"image_url", "file", "input_audio"})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"RIFF\x24\x00\x00\x00WAVEfmt ", "wav", id="wav"),
        pytest.param(b"ID3\x04\x00", "mp3", id="mp3 with a tag"),
        pytest.param(b"\xff\xfb\x90\x00", "mp3", id="mp3 without one"),
    ],
)
def test_audio_is_audio_whatever_its_name(content, kind):
    part = file_part("notes.txt", content, accepts=EVERYTHING, detail=None)

    assert isinstance(part, OtherPart)
    assert part.raw["type"] == "input_audio"
    assert part.raw["input_audio"]["format"] == kind


@pytest.mark.parametrize(
    ("name", "content", "url"),
    [
        pytest.param(
            "a.txt", b"\xff\xfeh\x00i\x00", "data:text/plain;base64,//5oAGkA", id="UTF-16"
        ),
        pytest.param("a.avi", b"RIFF\x24\x00\x00\x00AVI ", None, id="a film begins as a wav does"),
        pytest.param("what", b"", "data:application/octet-stream;base64,", id="nothing"),
    ],
)
def test_what_is_neither_image_nor_audio_is_a_file(name, content, url):
    part = file_part(name, content, accepts=EVERYTHING, detail=None)

    assert isinstance(part, OtherPart)
    assert part.raw["type"] == "file"
    assert part.raw["file"]["filename"] == name
    assert url in (None, part.raw["file"]["file_data"])


def test_a_file_with_an_images_name_that_is_none_is_refused():
    assert file_part("a.png", b"%PDF-1.7", accepts=EVERYTHING, detail=None) == (
        "'a.png' is no image that can be sent: PNG, JPEG, GIF or WebP."
    )


def picture(kind):
    file = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_whole_image_is_an_image(kind):
    part = file_part("what", picture(kind), accepts=EVERYTHING, detail=None)

    assert isinstance(part, ImagePart)
    assert part.url.startswith(f"data:image/{kind.lower()};base64,")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_half_an_image_is_refused(kind):
    whole = picture(kind)

    part = file_part("a.bin", whole[: len(whole) // 2], accepts=EVERYTHING, detail=None)

    assert part == "'a.bin' can't be read as an image: it is cut off, damaged or far too large."


def test_an_image_of_more_pixels_than_can_be_unpacked_is_refused():
    file = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(file, "PNG")

    part = file_part("a.png", file.getvalue(), accepts=EVERYTHING, detail=None)

    assert part == "'a.png' can't be read as an image: it is cut off, damaged or far too large."
