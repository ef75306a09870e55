"""Which hosts may be asked: those in the operator's setting."""

import json

import pytest

from switchboard.endpoints import allowed_hosts
from tests.endpoints.conftest import allowing


@pytest.fixture
def described(tmp_path):
    """What is allowed by a file of these hosts, or of this text."""

    def read(hosts):
        path = tmp_path / "hosts.json"
        path.write_text(hosts if isinstance(hosts, str) else json.dumps({"hosts": hosts}))
        return allowing(str(path))

    return read


def test_nothing_is_allowed_unless_the_operator_says_so():
    allowed = allowed_hosts({})

    assert (allowed.hosts, allowed.problems) == ((), ())


@pytest.mark.parametrize(
    ("setting", "scheme", "host", "port", "fits"),
    [
        ("api.example.com", "https", "api.example.com", 443, True),
        ("api.example.com", "http", "api.example.com", 80, True),
        ("api.example.com", "http", "api.example.com", 443, False),
        ("api.example.com", "https", "api.example.com", 8443, False),
        ("api.example.com:8443", "https", "api.example.com", 8443, True),
        ("api.example.com:8443", "https", "api.example.com", 443, False),
        ("API.Example.com.", "https", "api.example.com", 443, True),
        ("example.com", "https", "api.example.com", 443, False),
        ("example.com", "https", "notexample.com", 443, False),
        ("*.example.org", "https", "a.b.example.org", 443, True),
        ("*.example.org", "https", "example.org", 443, False),
        ("*.example.org", "https", "notexample.org", 443, False),
        ("*.example.org:81", "http", "a.example.org", 81, True),
        (" a.example , localhost:9000 ", "http", "localhost", 9000, True),
        ("[::1]:9000", "http", "::1", 9000, True),
        ("0:0:0:0:0:0:0:1", "http", "::1", 80, True),
    ],
)
def test_an_entry_is_for_one_host_and_port(setting, scheme, host, port, fits):
    allowed = allowing(setting)

    assert allowed.problems == ()
    assert (allowed.host_for(scheme, host, port) is not None) == fits


@pytest.mark.parametrize(
    ("entry", "is_private"),
    [
        ("localhost:9000", True),
        ("127.0.0.1:9000", True),
        ("10.0.0.5", True),
        ("[::1]:9000", True),
        ("100.64.0.1", True),
        ("tools:9000", True),
        ("db.internal", True),
        ("*.localhost", True),
        ("api.example.com", False),
        ("api.example.com:9000", False),
        ("*.example.org", False),
        ("8.8.8.8", False),
        ("169.254.169.254", False),
        ("0.0.0.0:9000", False),
    ],
)
def test_who_lists_a_place_nearby_by_name_allows_it(entry, is_private):
    (host,) = allowing(entry).hosts

    assert host.is_private is is_private


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("https://api.example.com", "'https://api.example.com' is more than a host"),
        ("https://me:secret4711@host", "'host' is more than a host"),
        ("host:0", "'host:0' has no port from 1 to 65535"),
        ("host:65536", "'host:65536' has no port"),
        ("host:x", "'host:x' has no port"),
        ("host:", "'host:' has no port"),
        ("*", "'*' is no host name"),
        ("a..b", "'a..b' is no host name"),
        ("a b", "'a b' is no host name"),
        ("fe80::1%eth0", "An address with a zone"),
        ("::g", "'::g' is no host name"),
        ("2130706433", "'2130706433' is a number that hides an address"),
        ("*.0.0.1", "'0.0.1' is a number that hides an address"),
        ("bücher.example", "'bücher.example' is no host name in ASCII"),
    ],
)
def test_an_entry_that_is_no_host_is_a_problem_and_the_others_count(entry, says):
    allowed = allowing(f"{entry}, good.example")

    assert [each.entry.host for each in allowed.hosts] == ["good.example"]
    (problem,) = allowed.problems
    assert problem.startswith(f"SWITCHBOARD_HTTP_HOSTS: {says}")
    assert "secret4711" not in problem


def test_a_file_gives_headers_and_private_hosts(described):
    allowed = described(
        {
            "api.example.com": {"headers": {"Authorization": "Bearer key-4711x"}},
            "localhost:9000": {"private": True},
            "localhost:9001": {},
        }
    )

    api, private, public = allowed.hosts
    assert api.headers == {"Authorization": "Bearer key-4711x"}
    assert [each.is_private for each in (api, private, public)] == [False, True, False]
    assert allowed.problems == ()


def test_a_host_never_shows_its_headers(described):
    allowed = described({"api.example.com": {"headers": {"X-Key": "key-4711x"}}})

    assert "4711" not in repr(allowed)


def test_the_closest_entry_counts(described):
    allowed = described(
        {
            "*.example.com": {"headers": {"X-Place": "far"}},
            "*.eu.example.com": {"headers": {"X-Place": "near"}},
            "api.eu.example.com": {"headers": {"X-Place": "here"}},
        }
    )

    places = [
        allowed.host_for("https", host, 443).headers["X-Place"]
        for host in ("us.example.com", "x.eu.example.com", "api.eu.example.com")
    ]

    assert places == ["far", "near", "here"]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("private", "can have `headers`, and `private`"),
        ({"header": {}}, "can have `headers`, and `private`"),
        ({"private": "yes"}, "can have `headers`, and `private`"),
        ({"headers": []}, "are texts by their names"),
        ({"headers": {"X-Key": 4711}}, "each of its `headers` is a text"),
        ({"headers": {"X-Key": "4711\n"}}, "The header X-Key holds a line break"),
        ({"headers": {"X Key": "4711"}}, "'X Key' is no name of a header"),
        ({"headers": {"Host": "4711"}}, "The header Host is set by Switchboard itself"),
    ],
    ids=[
        "a text",
        "an unknown key",
        "no boolean",
        "a list",
        "a number",
        "a line break",
        "a space in a name",
        "the host",
    ],
)
def test_settings_that_cannot_be_kept_are_a_problem_without_the_key(described, settings, says):
    allowed = described({"odd.example": settings, "good.example": {}})

    assert [each.entry.host for each in allowed.hosts] == ["good.example"]
    (problem,) = allowed.problems
    assert says in problem
    assert "4711" not in problem


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no JSON"),
        ("[]", "holds no hosts"),
        ('{"hosts": []}', "holds no hosts"),
        ("[" * 100_000, "is no JSON"),
        (" " * 1_000_001, "it is too large"),
    ],
    ids=["cut", "a list", "a list of hosts", "very deep", "very long"],
)
def test_a_file_that_cannot_be_understood_allows_nothing(described, text, says):
    allowed = described(text)

    assert allowed.hosts == ()
    assert says in allowed.problems[0]


@pytest.mark.parametrize("name", ["none.json", "folder/none", "~/none-4711.json"])
def test_a_file_that_is_not_there_is_a_problem(name):
    allowed = allowing(name)

    assert allowed.problems == (f"{name} can't be read: No such file or directory.",)
