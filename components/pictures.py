"""Whether bytes are a picture that can be drawn, every row of it."""

import io
import struct
import zlib

import streamlit as st
from PIL import Image
from PIL.Image import DecompressionBombError, DecompressionBombWarning

# No others are opened at all: Pillow hands PostScript to a program of its own.
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
# What Pillow's decoders raise on bytes that were cut or changed.
_BROKEN = (OSError, SyntaxError, ValueError, IndexError, ArithmeticError, struct.error, zlib.error)
_TOO_MANY_PIXELS = (DecompressionBombError, DecompressionBombWarning, MemoryError)


@st.cache_data(max_entries=256, show_spinner=False)
def picture_format(content: bytes) -> str | None:
    """Pillow's name of the format, if the picture is whole and within Pillow's limit of pixels."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > (Image.MAX_IMAGE_PIXELS or 0):
                return None
            image.load()
            return image.format
    except (*_BROKEN, *_TOO_MANY_PIXELS):
        return None
