"""What a file is as a part of a message is told by what it holds, not by its name."""

import pytest

from components.file_parts import file_part
from switchboard.messages import OtherPart

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
