"""A reply's body, read as far as it is kept."""

import codecs
import re

from urllib3 import BaseHTTPResponse

from switchboard.endpoints.exchange import EndpointReply
from switchboard.endpoints.masking import masked, without_cut_secret
from switchboard.errors import EndpointError

_MOST = 1_048_576
_PIECE = 65_536
_COMPRESSIONS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_CHARSET = re.compile(r"""(?i);\s*charset\s*=\s*["']?([\w.:-]+)""")
# Python knows codecs that are no character sets, and some (idna) that take long on purpose.
_TEXT = re.compile(
    r"utf-(16|32)(-[bl]e)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|shift_jis|euc_(jp|kr)"
    r"|gb(2312|k|18030)|big5"
)
_USUAL = "utf-8-sig"


def read_reply(response: BaseHTTPResponse, place: str, secrets: frozenset[str]) -> EndpointReply:
    """The reply. Raises ``EndpointError`` where it is compressed in a way that was not asked for,
    and what urllib3 raises."""
    compression = response.headers.get("content-encoding", "").strip().lower()
    if compression not in _COMPRESSIONS:
        raise EndpointError(f"The reply of {place} is compressed in a way that can't be read.")
    content_type = response.headers.get("content-type", "")
    body = _body(response)
    is_cut = len(body) > _MOST
    text = masked(_decoded(body[:_MOST], content_type, is_cut=is_cut), secrets)
    if is_cut:
        text = without_cut_secret(text, secrets)
    return EndpointReply(response.status, masked(content_type, secrets), text, is_cut)


def _body(response: BaseHTTPResponse) -> bytes:
    """At most a piece more than is kept, decompressed no further than that."""
    body = bytearray()
    while len(body) <= _MOST and (piece := response.read1(_PIECE, decode_content=True)):
        body += piece
    return bytes(body)


def _decoded(body: bytes, content_type: str, *, is_cut: bool) -> str:
    decoder = codecs.getincrementaldecoder(_charset(content_type))(errors="replace")
    # What is left of a character at the cut is dropped.
    return decoder.decode(body, final=not is_cut)


def _charset(content_type: str) -> str:
    named = _CHARSET.search(content_type)
    try:
        name = codecs.lookup(named[1]).name if named else _USUAL
    except LookupError:
        return _USUAL
    return name if _TEXT.fullmatch(name) else _USUAL
