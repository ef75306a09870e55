"""What can really be computed of an image: its type, its size, its main colours."""

import base64
import binascii
import colorsys
from io import BytesIO
from urllib.parse import unquote_to_bytes

from PIL import Image, UnidentifiedImageError

from switchboard.offline.refusals import Refusal

_MOST_PIXELS = 50_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_HUES = (
    (15, "red", "红色"),
    (45, "orange", "橙色"),
    (70, "yellow", "黄色"),
    (165, "green", "绿色"),
    (195, "cyan", "青色"),
    (260, "blue", "蓝色"),
    (290, "purple", "紫色"),
    (345, "pink", "粉色"),
    (361, "red", "红色"),
)


def describe_images(urls: list[str], *, chinese: bool) -> str:
    """A sentence for each image."""
    sentences = [_describe(url, chinese=chinese) for url in urls]
    if len(sentences) == 1:
        return sentences[0]
    label = "图片" if chinese else "Image"
    return "\n".join(f"- {label} {i}: {sentence}" for i, sentence in enumerate(sentences, 1))


def _describe(url: str, *, chinese: bool) -> str:
    if not url.lower().startswith("data:"):
        if chinese:
            return "这张图片在网络上，离线网关从不下载任何东西，请直接上传图片。"
        return "That image is on the web, and this gateway fetches nothing: attach it instead."
    raw = read_data_url(url)
    with _open(raw) as image:
        kind, width, height = str(image.format), *image.size
        colours = main_colours(image, chinese=chinese) if width * height <= _MOST_PIXELS else []
    return _sentence(kind, width, height, len(raw), colours, chinese=chinese)


def _sentence(
    kind: str, width: int, height: int, size: int, colours: list[str], *, chinese: bool
) -> str:
    if chinese:
        seen = f"主要颜色：{'、'.join(colours)}。" if colours else ""
        return f"这是一张 {kind} 图片，{width}×{height} 像素，{_size(size)}。{seen}"
    seen = f" Its main colours: {', '.join(colours)}." if colours else ""
    return f"The image is a {kind}, {width}×{height} pixels, {_size(size)}.{seen}"


def _open(raw: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(raw), formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise _unsupported() from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal("The image is too large.", code="image_too_large") from error
    return image


def read_data_url(url: str) -> bytes:
    """The bytes of a ``data:`` URL (RFC 2397)."""
    head, _, rest = url.partition(",")
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(rest)
    try:
        return base64.b64decode("".join(rest.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refusal(
            "Invalid base64 image_url.", param="messages", code="invalid_base64"
        ) from error


def main_colours(image: Image.Image, *, chinese: bool, most: int = 3) -> list[str]:
    """The commonest colours with their share of the picture, greatest first."""
    try:
        small = _shrink(image)
    except (OSError, ValueError, SyntaxError) as error:
        raise _unsupported() from error
    shares: dict[str, int] = {}
    for count, pixel in small.getcolors(64 * 64) or []:
        if isinstance(pixel, tuple) and pixel[3] > 64:
            name = _colour(pixel[0], pixel[1], pixel[2], chinese=chinese)
            shares[name] = shares.get(name, 0) + count
    ranked = sorted(shares.items(), key=lambda share: -share[1])[:most]
    total = sum(shares.values())
    return [f"{name} ({round(100 * count / total)} %)" for name, count in ranked]


def _shrink(image: Image.Image) -> Image.Image:
    image.draft("RGB", (64, 64))
    return image.convert("RGBA").resize((64, 64), Image.Resampling.NEAREST)


def _colour(red: int, green: int, blue: int, *, chinese: bool) -> str:
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if value < 0.15:
        return "黑色" if chinese else "black"
    if saturation < 0.12:
        return _grey(value, chinese=chinese)
    english, han = next((e, c) for limit, e, c in _HUES if hue * 360 < limit)
    if value < 0.6 and english == "orange":
        english, han = "brown", "棕色"
    return han if chinese else english


def _grey(value: float, *, chinese: bool) -> str:
    if value > 0.9:
        return "白色" if chinese else "white"
    return "灰色" if chinese else "grey"


def _size(count: int) -> str:
    return f"{count} bytes" if count < 1024 else f"{count / 1024:.1f} KiB"


def _unsupported() -> Refusal:
    return Refusal(
        "You uploaded an unsupported image. Please make sure your image is valid and has one of "
        "the following formats: ['png', 'jpeg', 'gif', 'webp'].",
        code="invalid_image_format",
    )
