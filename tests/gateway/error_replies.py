"""Error replies, read as a turn would."""

from switchboard.errors import GatewayRefusal
from switchboard.gateway import ReplyReader
from tests.gateway.stream_files import read


def refusal(body: str | bytes, *, status: int = 400, key: str = "") -> GatewayRefusal:
    """What is raised for a body; ``key`` is the one the request was sent with."""
    body = body.encode() if isinstance(body, str) else body
    secrets = (key,) if key else ()
    _, error = read([body], ReplyReader(status=status, content_type="", secrets=secrets))
    assert isinstance(error, GatewayRefusal)
    return error
