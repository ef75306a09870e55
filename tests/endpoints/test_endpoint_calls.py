"""Endpoints asked over a real connection."""

import gzip

import pytest

from switchboard.endpoints import EndpointReply, EndpointRequest, call_endpoint
from switchboard.errors import EndpointError
from tests.endpoints.conftest import allowing


def test_get_brings_the_reply(served, call):
    served.reply('{"city": "Köln"}', path="/x")

    reply = call(headers={"X-Unit": "celsius"})

    assert reply == EndpointReply(200, "application/json", '{"city": "Köln"}', is_cut=False)
    sent = served.requests[0]
    assert (sent.method, sent.path, sent.body) == ("GET", "/x", b"")
    assert sent.headers == {
        "host": f"127.0.0.1:{served.port}",
        "accept": "*/*",
        "accept-encoding": "gzip, deflate",
        "user-agent": "switchboard",
        "x-unit": "celsius",
    }


@pytest.mark.parametrize(
    ("body", "headers", "content_type"),
    [
        ('{"city": "Köln"}', {}, "application/json"),
        ("city=Köln", {}, "text/plain; charset=utf-8"),
        ("city=Koeln", {"content-type": "application/x-form"}, "application/x-form"),
    ],
    ids=["JSON", "text", "as the person says"],
)
def test_post_brings_the_body_there(served, call, body, headers, content_type):
    served.reply("done", path="/x", status=201)

    reply = call("post", body=body, headers=headers)

    sent = served.requests[0]
    assert reply.status == 201
    assert (sent.method, sent.body.decode()) == ("POST", body)
    assert sent.headers["content-type"] == content_type
    assert sent.headers["content-length"] == str(len(body.encode()))


def test_post_without_a_body_says_so(served, call):
    call("POST")

    assert served.requests[0].headers["content-length"] == "0"


def test_head_has_no_body(served, call):
    served.reply("", path="/x", status=204)

    assert (call("HEAD").text, served.requests[0].method) == ("", "HEAD")


def test_what_an_address_cannot_hold_is_written_in_percent(served, call):
    served.reply("x", path="/a b")

    call(url="{root}/é/a b?city=São Paulo&q=100%#part")

    assert served.requests[0].path == "/%C3%A9/a%20b?city=S%C3%A3o%20Paulo&q=100%25"


def test_a_path_that_looks_like_a_host_is_a_path(served, call):
    call(url="{root}//other.example/x")

    # The server, Python's own, makes one slash of two.
    assert [each.path for each in served.requests] == ["/other.example/x"]


@pytest.mark.parametrize("status", [400, 401, 404, 418, 429, 500, 503])
def test_an_error_status_is_a_reply(served, call, status):
    served.reply('{"error": "no"}', path="/x", status=status)

    assert call() == EndpointReply(status, "application/json", '{"error": "no"}', is_cut=False)


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("http://169.254.169.254/latest?key=hidden", "169.254.169.254/latest"),
        ("https://me:hidden@other.example/a#hidden", "other.example/a"),
        ("/login?next=hidden", "/login"),
        ("http://[", "a place that is no address"),
        ("", "a place it does not name"),
    ],
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(served, call, status, location, says):
    served.reply("", path="/x", status=status, headers={"Location": location})

    with pytest.raises(EndpointError) as failure:
        call()

    assert failure.value.message == (
        f"127.0.0.1:{served.port} sends on to {says} (HTTP {status}); redirects are not followed."
    )
    assert len(served.requests) == 1


def test_not_modified_is_a_reply(served, call):
    served.reply("", path="/x", status=304)

    assert call().status == 304


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Zürich".encode(), "text/plain", "Zürich"),
        ("Zürich".encode("latin-1"), "text/plain; charset=ISO-8859-1", "Zürich"),
        ("Zürich".encode("utf-16"), 'text/plain; charset="utf-16"', "Zürich"),
        (b"\xef\xbb\xbf{}", "application/json; charset=utf-8", "{}"),
        (b"Z\xfcrich", "text/plain", "Z\ufffdrich"),
        (b"Zurich", "text/plain; charset=no-such", "Zurich"),
        (b"5a", "text/plain; charset=hex", "5a"),
        (b"xn--a", "text/plain; charset=idna", "xn--a"),
    ],
    ids=[
        "no charset",
        "latin-1",
        "utf-16",
        "a byte order mark",
        "no UTF-8",
        "an unknown charset",
        "a codec that is no charset",
        "a slow codec",
    ],
)
def test_a_body_becomes_text(served, call, body, content_type, text):
    served.reply(body, path="/x", content_type=content_type)

    assert call().text == text


def test_a_compressed_body_is_read(served, call):
    packed = gzip.compress(b"hello")
    served.reply(packed, path="/x", headers={"Content-Encoding": "gzip"})

    assert call().text == "hello"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "no-such"])
def test_a_compression_that_was_not_asked_for_is_an_error(served, call, encoding):
    served.reply(b"x", path="/x", headers={"Content-Encoding": encoding})

    with pytest.raises(EndpointError, match=r"is compressed in a way that can't be read\.$"):
        call()


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (
            {"body": b"no gzip", "headers": {"Content-Encoding": "gzip"}},
            "not compressed as it says",
        ),
        ({"body": b"half", "cut": True}, "it broke off before its end"),
        ({"body": [b"half", b"half"], "cut": True}, "it broke off before its end"),
    ],
    ids=["no gzip", "a cut body", "a cut chunk"],
)
def test_a_damaged_reply_is_an_error_in_words(served, call, reply, says):
    served.reply(path="/x", **reply)

    with pytest.raises(EndpointError, match=says):
        call()


def test_nobody_who_listens_is_an_error_in_words():
    request = EndpointRequest("GET", "http://127.0.0.1:9/x?key=hidden")

    with pytest.raises(EndpointError) as failure:
        call_endpoint(request, allowing("127.0.0.1:9"))

    assert failure.value.message == "No reply from 127.0.0.1:9: connection refused."
    assert failure.value.advice == "Is it running, and is the address right?"


def test_a_server_that_speaks_no_tls_is_an_error_in_words(served, call):
    with pytest.raises(EndpointError, match=r": no secure connection could be made\.$"):
        call(url=f"https://127.0.0.1:{served.port}/x")
