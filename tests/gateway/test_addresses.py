import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.errors import AddressError
from switchboard.gateway import normalise_base_url
from switchboard.gateway.addresses import endpoint, is_loopback


@pytest.mark.parametrize(
    ("typed", "base_url"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com", "https://api.openai.com/v1"),
        ("https://api.openai.com/", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1//", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/chat/completions/", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/completions", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/models", "https://api.openai.com/v1"),
        ("  https://api.openai.com/v1\n", "https://api.openai.com/v1"),
        ('"https://api.openai.com/v1"', "https://api.openai.com/v1"),
        ("HTTPS://API.OpenAI.com:443/v1", "https://api.openai.com/v1"),
        ("https:api.openai.com", "https://api.openai.com/v1"),
        ("//api.openai.com", "https://api.openai.com/v1"),
        ("api.openai.com", "https://api.openai.com/v1"),
        ("localhost:11434", "http://localhost:11434/v1"),
        ("localhost:11434/v1", "http://localhost:11434/v1"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("[::1]:8080", "http://[::1]:8080/v1"),
        ("192.168.1.5:8000/v1", "http://192.168.1.5:8000/v1"),
        ("my-server:8000", "http://my-server:8000/v1"),
        ("nas.local", "http://nas.local/v1"),
        ("http://localhost:80", "http://localhost/v1"),
        ("https://openrouter.ai", "https://openrouter.ai/api/v1"),
        ("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1"),
        ("https://api.deepseek.com", "https://api.deepseek.com"),
        ("https://api.deepseek.com/chat/completions", "https://api.deepseek.com"),
        ("https://api.groq.com", "https://api.groq.com/openai/v1"),
        ("https://open.bigmodel.cn", "https://open.bigmodel.cn/api/paas/v4"),
        ("https://gateway.example/team/a", "https://gateway.example/team/a"),
        (
            "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
            "https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
        ),
        ("https://例え.jp/v1", "https://例え.jp/v1"),
        ("https://h.example/sk-team/v1?region=eu", "https://h.example/sk-team/v1?region=eu"),
        ("sk-prod.example.com", "https://sk-prod.example.com/v1"),
        ("https://h.example/keys/v1;a=b", "https://h.example/keys/v1;a=b"),
    ],
)
def test_base_urls_as_people_write_them_become_the_one_that_works(typed, base_url):
    assert normalise_base_url(typed) == base_url
    assert normalise_base_url(base_url) == base_url


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "There is no address."),
        ("   ", "There is no address."),
        ("ftp://example.com", "'ftp' is no scheme for a gateway."),
        ("file:///etc/passwd", "'file' is no scheme for a gateway."),
        ("javascript:alert(1)", "'javascript' is no scheme for a gateway."),
        ("https://me:hunter2@example.com/v1", "The address holds a user name or password."),
        ("me:hunter2@example.com/v1", "The address holds a user name or password."),
        ("sk-hunter2:@example.com/v1", "The address holds a user name or password."),
        ("sk-hunter2:x", "That is no scheme for a gateway."),
        ("https://gateway.example/v1#top", "The address holds a '#', and what follows it is"),
        ("http://localhost:3000/#/chat", "The address holds a '#', and what follows it is"),
        ("https://sk-hunter2@example.com", "The address holds a user name or password."),
        ("https://example.com/v1?api_key=hunter2", "The address holds a key."),
        ("https://example.com/v1?auth=hunter2", "The address holds a key."),
        ("https://example.com/v1?a=b&Passwd=hunter2", "The address holds a key."),
        ("https://example.com/v1?credential=hunter2", "The address holds a key."),
        ("https://example.com/v1?X-Amz-Signature=hunter2", "The address holds a key."),
        ("https://example.com/v1?%61pi_key=hunter2", "The address holds a key."),
        ("https://example.com/v1?sk-hunter2hunter2", "The address holds a key."),
        ("https://example.com/v1?a=sk-hunter2hunter2", "The address holds a key."),
        ("https://example.com/sk-hunter2hunter2/v1", "The address holds a key."),
        ("https://example.com/%73k-hunter2hunter2/v1", "The address holds a key."),
        ("https://example.com/v1;token=hunter2", "The address holds a key."),
        ("https://example.com/v1?a=b;token=hunter2", "The address holds a key."),
        ("sk-hunter2hunter2", "The address holds a key."),
        (
            "https://example.com/a\x07b",
            "The address holds spaces, backslashes or control characters.",
        ),
        ("https://exa mple.com", "The address holds spaces, backslashes or control characters."),
        ("https://good.example\\@evil.example", "The address holds spaces, backslashes or control"),
        (
            "https://example.com\t/v1",
            "The address holds spaces, backslashes or control characters.",
        ),
        ("https://example.com\r\nHost: evil.example", "The address holds spaces, backslashes or"),
        ("https://example.com\x00", "The address holds spaces, backslashes or control characters."),
        ("https://example.com\u2028/v1", "The address holds spaces, backslashes or control"),
        ("https://example.com\u202e/v1", "The address holds spaces, backslashes or control"),
        ("https://@example.com/v1", "The address holds a user name or password."),
        ("//me:hunter2@example.com", "The address holds a user name or password."),
        ("ws://example.com", "'ws' is no scheme for a gateway."),
        ("unix:///run/x.sock", "'unix' is no scheme for a gateway."),
        ("data:text/plain,x", "'data' is no scheme for a gateway."),
        ("https://?x", "The address names no host."),
        ("https://", "The address names no host."),
        ("https:///v1", "The address names no host."),
        ("http://:8080/v1", "The address names no host."),
        ("https://exa%6dple.com", "The address names no host."),
        ("http://localhost:99999", "The address is not well formed."),
        ("http://[::1", "The address is not well formed."),
        ("http://[not:ip]/", "The address is not well formed."),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_the_reason(typed, reason):
    with pytest.raises(AddressError) as refusal:
        normalise_base_url(typed)

    assert refusal.value.message.startswith(reason)
    assert "hunter2" not in refusal.value.message + refusal.value.advice


TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
URL_LIKE = st.text("htps:/.@?#[]019ab", max_size=30)


@settings(deadline=None)
@given(TEXT | URL_LIKE)
def test_any_text_is_normalised_once_or_refused(text):
    try:
        once = normalise_base_url(text)
    except AddressError:
        return

    assert normalise_base_url(once) == once
    assert once.startswith(("http://", "https://"))


def test_an_endpoint_stands_before_the_query():
    assert endpoint("https://h/v1", "/models") == "https://h/v1/models"
    assert endpoint("https://h/d?api-version=1", "/chat/completions") == (
        "https://h/d/chat/completions?api-version=1"
    )


@pytest.mark.parametrize(
    ("url", "is_this_machine"),
    [
        ("http://localhost:1", True),
        ("http://app.localhost", True),
        ("http://127.0.0.1", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8", True),
        ("http://[::ffff:127.0.0.1]", True),
        ("http://[::ffff:8.8.8.8]", False),
        ("http://0.0.0.0:8000", True),
        ("http://[::]:8000", True),
        ("http://localhost.example.com", False),
        ("http://192.168.0.1", False),
        ("http://0.0.0.0.example", False),
        ("nonsense", False),
    ],
)
def test_only_this_machine_is_loopback(url, is_this_machine):
    assert is_loopback(url) is is_this_machine
