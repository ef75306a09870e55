"""A connection goes to the address that was checked, whatever the name says later."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from scripted_gateway import ScriptedGateway

from switchboard.endpoints import EndpointRequest, call_endpoint
from switchboard.errors import EndpointError
from tests.endpoints.conftest import allowing


def test_a_name_that_changes_after_the_check_is_not_looked_up_again(resolver, served, monkeypatch):
    asked = resolver(rebind_example=["93.184.216.34", "127.0.0.1"])
    connected = []

    def connect(_, place):
        connected.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    request = EndpointRequest("GET", f"http://rebind.example:{served.port}/x")

    with pytest.raises(EndpointError, match="connection refused"):
        call_endpoint(request, allowing(f"rebind.example:{served.port}"))

    assert connected == [("93.184.216.34", served.port)]
    assert asked == ["rebind.example"]
    assert served.requests == []


def test_the_checked_address_is_asked_under_its_name(resolver, served):
    asked = resolver(tools_internal=["127.0.0.1", "127.0.0.2"])
    served.reply("here", path="/x")
    request = EndpointRequest("GET", f"http://tools.internal:{served.port}/x")

    reply = call_endpoint(request, allowing(f"tools.internal:{served.port}"))

    assert reply.text == "here"
    assert asked == ["tools.internal"]
    assert served.requests[0].headers["host"] == f"tools.internal:{served.port}"


def test_the_next_address_is_tried_where_one_takes_no_connection(resolver, served):
    resolver(tools_internal=["::1 127.0.0.3 127.0.0.1"])
    served.reply("here", path="/x")
    request = EndpointRequest("GET", f"http://tools.internal:{served.port}/x")

    assert call_endpoint(request, allowing(f"tools.internal:{served.port}")).text == "here"


def test_no_proxy_is_asked(served, call, monkeypatch):
    with ScriptedGateway() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.root)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        served.reply("here", path="/x")

        assert call().text == "here"
        assert proxy.requests == []


def test_a_password_of_the_netrc_file_is_not_sent(served, call, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password hidden4711\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    served.reply("here", path="/x")

    call()

    assert "authorization" not in served.requests[0].headers


def test_a_cookie_is_not_sent_back(served, call):
    served.reply("1", path="/x", headers={"Set-Cookie": "a=b"})
    served.reply("2", path="/x")

    call()
    call()

    assert "cookie" not in served.requests[1].headers


@pytest.fixture
def secure(tmp_path, monkeypatch):
    """A server with a certificate for ``pinned.internal``, whose authority the system trusts;
    gives its port and the names that it was told in TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*_certificate(tmp_path, "pinned.internal"))
    told = []
    context.sni_callback = lambda _, name, __: told.append(name)
    server = HTTPServer(("127.0.0.1", 0), _Saying)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setattr(server, "handle_error", lambda *_: None)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.server_port, told
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_is_checked_against_the_name(secure, resolver):
    port, told = secure
    resolver(pinned_internal=["127.0.0.1"])
    request = EndpointRequest("GET", f"https://pinned.internal:{port}/x")

    reply = call_endpoint(request, allowing(f"pinned.internal:{port}"))

    assert (reply.text, told) == ("secure", ["pinned.internal"])


def test_a_certificate_of_another_name_is_refused(secure, resolver):
    port, _ = secure
    resolver(other_internal=["127.0.0.1"])
    request = EndpointRequest("GET", f"https://other.internal:{port}/x")

    with pytest.raises(EndpointError) as failure:
        call_endpoint(request, allowing(f"other.internal:{port}"))

    assert failure.value.message == (
        f"No reply from other.internal:{port}: its certificate cannot be verified."
    )


class _Saying(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"secure")

    def log_message(self, *_):
        pass


def _certificate(folder, name):
    """A certificate that is its own authority, and its key, as files."""
    reason = "requirements-mcp.txt, which brings cryptography, is not installed"
    x509 = pytest.importorskip("cryptography.x509", reason=reason)
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    form = serialization.PrivateFormat.PKCS8
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, form, plain))
    return folder / "certificate.pem", folder / "key.pem"
