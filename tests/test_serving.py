"""What the server lets in and what it sends out, asked of the real one."""

import shutil
import socket
from collections.abc import Iterator

import pytest
import requests
from served_app import ROOT, ServedApp, serve
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

SCRIPT = """
import streamlit as st

st.title("Began well")
raise RuntimeError("the key is sk-very-secret")
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApp]:
    """The app's own server and settings around a page that fails half-way."""
    folder = tmp_path_factory.mktemp("served app")
    for part in ("asgi.py", "serving.py"):
        shutil.copy(ROOT / part, folder)
    for part in (".streamlit", "switchboard"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "app.py").write_text(SCRIPT)
    with serve(folder, SWITCHBOARD_ALLOWED_HOSTS="play.example, other.example") as served:
        yield served


@pytest.mark.parametrize(
    "path",
    ["/", "/runs", "/_stcore/health", "/component/streamlit_ace.streamlit_ace/index.html"],
)
def test_every_response_forbids_loading_anything_from_elsewhere(app: ServedApp, path: str):
    headers = requests.get(app.url + path, timeout=10).headers

    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy.pop("script-src").startswith("'self' blob: 'sha256-")
    assert policy == {
        "default-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_no_script_may_be_written_into_the_page_or_come_from_elsewhere(app: ServedApp):
    policy = requests.get(app.url, timeout=10).headers["content-security-policy"]
    (scripts,) = (part for part in policy.split("; ") if part.startswith("script-src"))

    assert "unsafe" not in scripts
    assert "http" not in scripts


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1", 200),
        ("[::1]", 200),
        ("play.example", 200),
        ("other.example", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("www.play.example", 400),
    ],
)
def test_a_page_answers_only_to_its_own_names(app: ServedApp, host: str, status: int):
    reply = requests.get(app.url, headers={"Host": f"{host}:{app.port}"}, timeout=10)

    assert reply.status_code == status


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("localhost", "http://localhost", 101),
        ("play.example", "http://play.example", 101),
        ("evil.example", "http://evil.example", 400),
        ("localhost", "http://evil.example", 403),
    ],
    ids=["own name", "name added", "name of another pointed here", "page of another site"],
)
def test_a_websocket_opens_only_for_its_own_pages(
    app: ServedApp, host: str, origin: str, status: int
):
    assert upgrade_status(app.port, host=host, origin=origin) == status


def test_only_127_0_0_1_is_listened_on(app: ServedApp):
    addresses = ("127.0.0.1", "127.0.0.2", "::1")

    assert [where for where in addresses if is_listening(where, app.port)] == ["127.0.0.1"]


def test_a_page_that_fails_sends_no_traceback_and_logs_one(app: ServedApp):
    sent = messages_of_one_run(app)

    shown = [m.delta.new_element for m in sent if m.delta.HasField("new_element")]
    assert [element.heading.body for element in shown if element.HasField("heading")] == [
        "Began well"
    ]
    assert [list(e.exception.stack_trace) for e in shown if e.HasField("exception")] == [[]]
    assert "sk-very-secret" not in str(sent)
    assert "RuntimeError" not in str(sent)
    assert "sk-very-secret" in app.log


def test_usage_statistics_are_off(app: ServedApp):
    (new_session,) = (m.new_session for m in messages_of_one_run(app) if m.HasField("new_session"))

    assert new_session.config.gather_usage_stats is False


def is_listening(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as connection:
        connection.settimeout(5)
        return connection.connect_ex((address, port)) == 0


def upgrade_status(port: int, *, host: str, origin: str) -> int:
    request = (
        "GET /_stcore/stream HTTP/1.1\r\n"
        f"Host: {host}:{port}\r\nOrigin: {origin}:{port}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(request.encode())
        return int(connection.recv(64).split()[1])


def messages_of_one_run(app: ServedApp) -> list[ForwardMsg]:
    """Everything the server sends to a browser that opens the home page."""
    address = f"ws://127.0.0.1:{app.port}/_stcore/stream"
    with connect(address, proxy=None, max_size=None) as connection:
        connection.send(BackMsg(rerun_script={}).SerializeToString())
        messages = []
        while not messages or not messages[-1].HasField("script_finished"):
            messages.append(ForwardMsg.FromString(connection.recv(timeout=30)))
        return messages
