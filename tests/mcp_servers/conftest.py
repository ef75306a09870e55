"""The server of these tests over streamable HTTP."""

import json
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

_PROGRAM = """
import sys
sys.path.insert(0, {folder!r})
from serving_tools import server
server.run(transport="streamable-http", host="127.0.0.1", port={port})
"""


@pytest.fixture(scope="session")
def http_server():
    """The URL of a running server."""
    port = _free_port()
    program = _PROGRAM.format(folder=str(Path(__file__).parent), port=port)
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _await(port)
    yield f"http://127.0.0.1:{port}/mcp"
    process.terminate()
    process.wait(10)


@pytest.fixture
def answering():
    """Starts a server that says the same to every question, or what a function says to its method;
    gives its URL."""
    servers = []

    def start(said):
        say = said if callable(said) else lambda _: said
        handler = type("Saying", (_Saying,), {"say": staticmethod(say)})
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def scripted_server(answering):
    """Starts a server that gives these results, or errors, by the method; gives its URL."""

    def start(**by_method):
        opening = {
            "protocolVersion": "2025-11-25",
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "scripted", "version": "1"},
        }
        said = {"initialize": {"result": opening}, "tools/list": {"result": {"tools": []}}}
        said |= {f"tools/{name}": each for name, each in by_method.items()}
        return answering(lambda method: said.get(method, _NO_METHOD))

    return start


_NO_METHOD = {"error": {"code": -32601, "message": "Method not found"}}


class _Saying(BaseHTTPRequestHandler):
    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = {"jsonrpc": "2.0", "id": question.get("id"), **self.say(question.get("method"))}
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _await(port):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("The MCP server did not start.")
