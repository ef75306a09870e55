import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from switchboard.export.curl import curl_command

BASE = "http://127.0.0.1:1/v1"

TEXTS = {
    "plain": "Hello",
    "single-quotes": "it's ''quoted''",
    "shell": '$HOME `id` $(id) \\ " ! & | ; < > * ? # ~ {a,b}',
    "lines": "a\nb\r\n\n  END_OF_REQUEST\nEND_OF_REQUEST\n",
    "controls": "\x00\x07\x1b[31m\t\x7f",
    "chinese": "巴黎天气如何?",
    "emoji": "👩‍👩‍👧",
    "lone-surrogate": "\ud83d",
    "file": "@/etc/passwd",
    "long": "it's $HOME\n" * 20_000,
}


@pytest.fixture(params=TEXTS.values(), ids=TEXTS.keys())
def body(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {"model": request.param[:80], "messages": [{"role": "user", "content": request.param}]}


def _run(
    shell: str, script: Path, command: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    script.write_bytes(command.encode())
    return subprocess.run(
        [shell, str(script)], capture_output=True, env=os.environ | environment, timeout=60
    )


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_a_shell_passes_on_every_argument_unharmed(shell: str, tmp_path: Path, body):
    fake = "curl() { for each; do printf '%s\\0' \"$each\"; done; case $* in *@-*) cat;; esac; }\n"
    said = _run(
        shell,
        tmp_path / "script",
        fake + curl_command(BASE, body, stream=True),
        SWITCHBOARD_API_KEY="it's a key",
    )
    *arguments, rest = said.stdout.decode().split("\0")

    assert said.stderr == b""
    assert arguments[:6] == [
        "http://127.0.0.1:1/v1/chat/completions",
        "-H",
        "Content-Type: application/json",
        "-H",
        "Authorization: Bearer it's a key",
        "--no-buffer",
    ]
    assert arguments[6] == ("--data-binary" if rest else "--data-raw")
    assert json.loads(rest or arguments[7]) == body


@dataclass
class Heard:
    """What a loopback server was sent."""

    port: int = 0
    requests: list[tuple[str, str, Any]] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Heard]:
    heard = Heard()

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            heard.requests.append((self.path, self.headers["Authorization"], sent))
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            return

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        heard.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield heard
        server.shutdown()


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl_sends_exactly_the_request(listener: Heard, tmp_path: Path, body):
    command = curl_command(f"http://127.0.0.1:{listener.port}/v1", body, stream=False)
    said = _run("bash", tmp_path / "script", command, SWITCHBOARD_API_KEY="key", no_proxy="*")

    assert (said.returncode, said.stdout) == (0, b"{}")
    assert listener.requests == [("/v1/chat/completions", "Bearer key", body)]


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("https://x.test/chat/completions", "https://x.test/chat/completions"),
        ("http://x.test/a b/$v", "'http://x.test/a b/$v/chat/completions'"),
        ("https://x.test/d?api-version=1", "'https://x.test/d/chat/completions?api-version=1'"),
    ],
)
def test_the_address_is_that_of_chat_completions(base_url: str, address: str):
    assert curl_command(base_url, {}, stream=False).splitlines()[0] == f"curl {address} \\"


@pytest.mark.parametrize(
    ("base_url", "variable"),
    [
        ("https://api.openai.com/v1", "$OPENAI_API_KEY"),
        ("https://eu.api.openai.com/v1", "$OPENAI_API_KEY"),
        ("https://openai.com.example.test/v1", "$SWITCHBOARD_API_KEY"),
        ("http://localhost:8808/v1", "$SWITCHBOARD_API_KEY"),
    ],
)
def test_the_key_is_a_name_in_the_environment(base_url: str, variable: str):
    assert f'"Authorization: Bearer {variable}"' in curl_command(base_url, {}, stream=False)


def test_without_a_key_none_is_sent():
    assert "Authorization" not in curl_command(BASE, {}, stream=False, has_key=False)


HEADERS = {
    "X-Team": 'it\'s $HOME `id` \\ "a"',
    "OpenAI-Organization": "org-1",
    "User-Agent": "mine/1",
}


def test_headers_of_a_persons_own_are_sent_as_they_were():
    command = curl_command(BASE, {}, stream=False, headers={"X-Team": "a", "X-Empty": "b c"})

    assert command.splitlines()[1:5] == [
        "  -H 'Content-Type: application/json' \\",
        "  -H 'X-Team: a' \\",
        "  -H 'X-Empty: b c' \\",
        '  -H "Authorization: Bearer $SWITCHBOARD_API_KEY" \\',
    ]


def test_a_content_type_of_a_persons_own_takes_the_place_of_ours():
    command = curl_command(BASE, {}, stream=False, headers={"content-type": "application/x"})

    assert "-H 'content-type: application/x'" in command
    assert "application/json" not in command


@pytest.mark.parametrize(
    ("name", "value", "argument"),
    [
        ("X-Api-Key", "***", "-H 'X-Api-Key: '\"$HEADER_X_API_KEY\""),
        ("X-Via", "sk-***", "-H 'X-Via: '\"$HEADER_X_VIA\""),
        ("2-token", "***", "-H '2-token: '\"$HEADER_2_TOKEN\""),
        ("X-$HOME`id`-Key", "***", "-H 'X-$HOME`id`-Key: '\"$HEADER_X__HOME_ID__KEY\""),
    ],
)
def test_a_masked_header_is_a_name_in_the_environment(name, value, argument):
    command = curl_command(BASE, {}, stream=False, headers={name: value})

    assert f"  {argument} \\\n" in command
    assert "***" not in command


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_a_shell_passes_on_every_header_unharmed(shell: str, tmp_path: Path):
    fake = "curl() { for each; do printf '%s\\0' \"$each\"; done; }\n"
    headers = HEADERS | {"X-$HOME`id`-Key": "***"}
    said = _run(
        shell,
        tmp_path / "script",
        fake + curl_command(BASE, {}, stream=False, has_key=False, headers=headers),
        HEADER_X__HOME_ID__KEY="it's a key",
    )

    assert said.stderr == b""
    assert said.stdout.decode().split("\0")[1:-1] == [
        *("-H", "Content-Type: application/json"),
        *("-H", 'X-Team: it\'s $HOME `id` \\ "a"'),
        *("-H", "OpenAI-Organization: org-1"),
        *("-H", "User-Agent: mine/1"),
        *("-H", "X-$HOME`id`-Key: it's a key"),
        *("--data-raw", "{}"),
    ]


def test_only_a_stream_is_asked_for_unbuffered():
    assert "--no-buffer" in curl_command(BASE, {}, stream=True)
    assert "--no-buffer" not in curl_command(BASE, {}, stream=False)
