"""Requests that are not sent, each with its reason."""

import pytest

from switchboard.endpoints import EndpointRequest, allowed_hosts, call_endpoint
from switchboard.errors import EndpointError
from tests.endpoints.conftest import allowing

ALLOWED = allowing("good.example, *.wild.example, 8.8.8.8, localhost:9000")


def refusal(url, *, allowed=ALLOWED, method="GET", headers=None):
    with pytest.raises(EndpointError) as failure:
        call_endpoint(EndpointRequest(method, url, headers or {}), allowed)
    return failure.value


def test_nothing_may_be_asked_by_default():
    error = refusal("http://127.0.0.1/", allowed=allowed_hosts({}))

    assert error.message == "127.0.0.1 may not be asked: the operator allows no host."
    assert error.advice == (
        'The operator allows hosts so: `SWITCHBOARD_HTTP_HOSTS="api.example.com, localhost:9000"`.'
    )


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://good.example/", "Only http and https can be asked, not 'ftp'."),
        ("file:///etc/passwd", "Only http and https can be asked, not 'file'."),
        ("gopher://good.example/", "Only http and https can be asked, not 'gopher'."),
        ("good.example/weather", "The address does not begin with http:// or https://."),
        ("//good.example/", "The address does not begin with http:// or https://."),
        ("", "The address does not begin with http:// or https://."),
        ("https://", "The address names no host."),
        ("https://me:hidden@good.example/", "The address holds a user name or password."),
        ("https://good.example@evil.example/", "The address holds a user name or password."),
        ("https://good.example\\@evil.example/", "The address holds a user name or password."),
        (
            "https://good.example\\.evil.example/",
            "'good.example\\\\.evil.example' is no host name.",
        ),
        ("https://good.example\n.evil.example/", "The address holds a control character."),
        ("https://good.example/\r\nX-Key: 1", "The address holds a control character."),
        ("https://good.example/\ud800", "The address holds a control character."),
        ("https://good.example:0/", "The address asks for port 0, which there is not."),
        ("https://good.example:x/", "The address is not well formed."),
        ("https://[::1/", "The address is not well formed."),
        ("https://evil.example/", "evil.example is not one of the hosts that the operator allows."),
        ("https://wild.example/", "wild.example is not one of the hosts that the operator allows."),
        (
            "https://good.example.evil.example/",
            "good.example.evil.example is not one of the hosts that the operator allows.",
        ),
        (
            "https://good.example:8443/",
            "good.example:8443 is not one of the hosts that the operator allows.",
        ),
        ("http://localhost/", "localhost is not one of the hosts that the operator allows."),
        ("http://[::1]:81/", "[::1]:81 is not one of the hosts that the operator allows."),
        ("http://127.0.0.1/", "127.0.0.1 is not one of the hosts that the operator allows."),
        ("https://good。example/", "'good。example' is no host name in ASCII."),
        ("http://①②⑦.⓪.⓪.①/", "'①②⑦.⓪.⓪.①' is no host name in ASCII."),
        ("http://%31%32%37.0.0.1/", "'%31%32%37.0.0.1' is no host name."),
        ("http://2130706433/", "'2130706433' is a number that hides an address."),
        ("http://0x7f.1/", "'0x7f.1' is a number that hides an address."),
        ("http://0x7f000001/", "'0x7f000001' is a number that hides an address."),
        ("http://0177.0.0.1/", "'0177.0.0.1' is a number that hides an address."),
        ("http://127.1/", "'127.1' is a number that hides an address."),
        ("http://127.0.0.1.5/", "'127.0.0.1.5' is a number that hides an address."),
        ("http://0/", "'0' is a number that hides an address."),
        ("http://[fe80::1%25eth0]/", "An address with a zone"),
    ],
)
def test_an_address_that_is_not_asked(url, says):
    error = refusal(url)

    assert error.message.startswith(says)
    assert "hidden" not in error.message


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("Host", "evil.example", "The header Host is set by Switchboard itself: leave it out."),
        ("content-length", "5", "The header content-length is set by Switchboard itself"),
        ("Transfer-Encoding", "chunked", "The header Transfer-Encoding is set by Switchboard"),
        ("Connection", "close", "The header Connection is set by Switchboard itself"),
        ("Upgrade", "h2c", "The header Upgrade is set by Switchboard itself"),
        ("Proxy-Authorization", "x", "The header Proxy-Authorization is set by Switchboard"),
        ("X-A", "1\r\nX-B: 2", "The header X-A holds a line break"),
        ("X-A", "1\x00", "The header X-A holds a line break or another control character."),
        ("X-A", "東京", "The header X-A holds characters that headers can't carry."),
        ("X-A\r\nX-B", "1", "'X-A\\r\\nX-B' is no name of a header."),
        ("", "1", "'' is no name of a header."),
        ("X A", "1", "'X A' is no name of a header."),
    ],
)
def test_a_header_that_is_not_sent(name, value, says):
    assert refusal("https://good.example/", headers={name: value}).message.startswith(says)


@pytest.mark.parametrize("method", ["CONNECT", "TRACE", "GET /\r\n", ""])
def test_a_method_that_is_not_sent(method):
    error = refusal("https://good.example/", method=method)

    assert error.message == f"{method!r} is no method that is sent."
    assert error.advice == "Take one of GET, POST, PUT, PATCH, DELETE, HEAD."


@pytest.mark.parametrize(
    ("addresses", "kind"),
    [
        ("127.0.0.1", "a loopback address"),
        ("::1", "a loopback address"),
        ("::ffff:127.0.0.1", "a loopback address"),
        ("10.1.2.3", "a private address"),
        ("fd00::1", "a private address"),
        ("100.64.0.1", "an address of a carrier's own network"),
        ("8.8.8.8 127.0.0.1", "a loopback address"),
        ("2606:4700::1111 10.0.0.1", "a private address"),
    ],
)
def test_a_public_name_that_leads_nearby_is_refused(resolver, addresses, kind):
    resolver(good_example=[addresses])

    error = refusal("https://good.example/")

    assert error.message == (
        f"good.example leads to {kind}, and the operator did not allow that for it."
    )
    assert error.advice == (
        'The operator allows it by `"private": true` in the file of SWITCHBOARD_HTTP_HOSTS.'
    )


@pytest.mark.parametrize(
    ("addresses", "kind"),
    [
        ("169.254.169.254", "the metadata service of a cloud"),
        ("::ffff:169.254.169.254", "the metadata service of a cloud"),
        ("127.0.0.1 169.254.169.254", "the metadata service of a cloud"),
        ("fe80::1", "a link-local address"),
        ("0.0.0.0", "the unspecified address"),
        ("::", "the unspecified address"),
        ("224.0.0.1", "a multicast address"),
        ("255.255.255.255", "a reserved address"),
    ],
)
def test_some_places_are_refused_even_where_private_ones_are_allowed(resolver, addresses, kind):
    resolver(db_internal=[addresses])

    error = refusal("http://db.internal/", allowed=allowing("db.internal"))

    assert error.message == f"db.internal leads to {kind}, which is never asked."


@pytest.mark.parametrize(
    "entry", ["169.254.169.254", "0.0.0.0", "[::ffff:169.254.169.254]", "[::]", "fe80::1"]
)
def test_listing_such_a_place_does_not_allow_it(entry):
    url = f"http://{entry}/" if "[" in entry or ":" not in entry else f"http://[{entry}]/"

    assert refusal(url, allowed=allowing(entry)).message.endswith("which is never asked.")
