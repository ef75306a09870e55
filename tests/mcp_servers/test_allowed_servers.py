"""Which MCP servers may be asked: those in the operator's file."""

import json

import pytest

from switchboard.mcp_servers import AllowedServer, allowed_servers


@pytest.fixture
def allowed(tmp_path):
    """What is allowed by a file of this text."""

    def read(text):
        path = tmp_path / "servers.json"
        path.write_text(text if isinstance(text, str) else json.dumps({"mcpServers": text}))
        return allowed_servers({"SWITCHBOARD_MCP_SERVERS": str(path)})

    return read


def test_no_server_is_allowed_unless_the_operator_names_a_file():
    allowed = allowed_servers({})

    assert (allowed.servers, allowed.problems) == ((), ())


def test_a_program_and_an_address_are_understood(allowed):
    found = allowed(
        {
            "files": {"command": "npx", "args": ["-y", "server"], "env": {"TOKEN": "secret-1"}},
            "remote": {"url": "https://mcp.example/mcp", "headers": {"Authorization": "Bearer x"}},
        }
    )

    files, remote = found.servers
    assert (files.name, files.kind, files.command) == ("files", "stdio", "npx")
    assert files.arguments == ("-y", "server")
    assert (remote.kind, remote.url) == ("HTTP", "https://mcp.example/mcp")
    assert found.problems == ()


def test_a_server_shows_nothing_but_its_name(allowed):
    (server,) = allowed(
        {"files": {"command": "run-secret", "env": {"TOKEN": "secret-1"}, "args": ["--key=s2"]}}
    ).servers

    assert repr(server) == "AllowedServer(name='files')"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        "npx",
        {"command": ""},
        {"command": "npx", "args": "-y"},
        {"command": "npx", "args": [1]},
        {"url": "file:///etc/passwd"},
        {"url": 5},
        {"url": "http://["},
        {"url": "http://host:abc/mcp"},
        {"url": "http://"},
    ],
    ids=[
        "nothing",
        "a text",
        "no command",
        "args as text",
        "a number",
        "a file",
        "no text",
        "an open bracket",
        "no port",
        "no host",
    ],
)
def test_an_entry_that_says_too_little_is_a_problem_and_no_server(allowed, entry):
    found = allowed({"odd": entry, "good": {"command": "run", "args": []}})

    assert [server.name for server in found.servers] == ["good"]
    (problem,) = found.problems
    assert "'odd' needs a `command`" in problem


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no JSON"),
        ("[]", "holds no servers"),
        ('{"mcpServers": []}', "holds no servers"),
        ("[" * 100_000, "is no JSON"),
    ],
    ids=["cut", "a list", "a list of servers", "very deep"],
)
def test_a_file_that_cannot_be_understood_is_a_problem(allowed, text, says):
    found = allowed(text)

    assert found.servers == ()
    assert says in found.problems[0]


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    found = allowed_servers({"SWITCHBOARD_MCP_SERVERS": str(tmp_path / "none.json")})

    assert found.problems[0].endswith("none.json can't be read: No such file or directory.")


def test_a_key_is_a_secret_without_what_stands_around_it():
    over_http = AllowedServer(
        "web",
        url="https://me:pass4711@host?key=key%204711&a=b",
        headers={"Authorization": "Bearer token4711"},
    )
    program = AllowedServer(
        "files", command="run", arguments=("-y", "--api-key=arg-4711", "arg-4712")
    )

    assert {"pass4711", "key 4711", "token4711"} < over_http.secrets
    assert not {"Bearer", "a", "b"} & over_http.secrets
    assert program.secrets == {"arg-4711", "arg-4712"}
