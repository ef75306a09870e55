"""Tabs without a browser: WebSocket clients that ask for a page as Streamlit's front end does."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@contextmanager
def visitors(urls: list[str]) -> Iterator[None]:
    """Opens each URL, waits until it has been drawn, and stays until the block ends."""
    with ExitStack() as connections:
        for url in urls:
            parts = urlsplit(url)
            address = f"ws://{parts.netloc}/_stcore/stream"
            connection = connect(address, proxy=None, max_size=None)
            _draw(connections.enter_context(connection), parts.query)
        yield


def _draw(connection: ClientConnection, query: str) -> None:
    connection.send(BackMsg(rerun_script=ClientState(query_string=query)).SerializeToString())
    while not ForwardMsg.FromString(connection.recv(timeout=60)).HasField("script_finished"):
        pass
