"""The key of a gateway from the place a person has named."""

import pytest

from switchboard.gateway import ApiKey
from switchboard.gateway.key_sources import offered_sources, search_key, source_problem

URL = "https://gateway.example/v1"
SECRET = "sk-very-secret-0123456789"


HERE = {"EXAMPLE_API_KEY": SECRET, "EXAMPLE_BASE_URL": URL}


def problem_of(source, base_url=URL, environment=None, secrets=None):
    return source_problem(source, base_url, environment=environment or {}, secrets=secrets or {})


def search(source, base_url=URL, environment=None, secrets=None):
    return search_key(base_url, source, environment=environment or {}, secrets=secrets or {})


def test_a_key_comes_from_the_variable_that_was_named():
    search_ = search("EXAMPLE_API_KEY", environment=HERE | {"EXAMPLE_API_KEY": f" {SECRET}\n"})

    assert search_.found.key == ApiKey(SECRET)
    assert search_.says == "The key comes from `EXAMPLE_API_KEY` in the environment."


def test_a_secret_serves_where_no_variable_does():
    search_ = search("EXAMPLE_API_KEY", secrets=HERE)

    assert search_.found.source == "EXAMPLE_API_KEY in secrets.toml"


@pytest.mark.parametrize("value", ["", "  ", None])
def test_a_variable_that_is_not_set_gives_no_key_and_says_so(value):
    environment = {} if value is None else {"EXAMPLE_API_KEY": value}
    search_ = search("EXAMPLE_API_KEY", environment=environment)

    assert search_.found is None
    assert search_.says == (
        "No key: `EXAMPLE_API_KEY` is neither in the environment nor in secrets.toml."
    )


@pytest.mark.parametrize(
    "source",
    ["AWS_SECRET_ACCESS_KEY", "DATABASE_URL", "PATH", "example_api_key", "_API_KEY", "X_API_KEY\n"],
)
def test_nothing_but_a_gateways_key_can_be_named(source):
    search_ = search(source, environment={source: SECRET})

    assert search_.found is None
    assert "ends in `_API_KEY`" in search_.says


def test_a_key_that_is_pasted_as_its_source_is_not_repeated():
    assert SECRET not in problem_of(SECRET)
    assert problem_of(SECRET) != ""


@pytest.mark.parametrize("source", ["GROQ_API_KEY", "OPENAI_API_KEY"])
def test_a_key_of_another_host_is_not_sent_here(source):
    assert search(source, environment={source: SECRET}).found is None


@pytest.mark.parametrize(
    ("source", "base_url"),
    [
        ("GROQ_API_KEY", "https://api.groq.com/openai/v1"),
        ("OPENAI_API_KEY", "https://api.openai.com/v1"),
    ],
)
def test_a_key_is_sent_to_its_own_host(source, base_url):
    assert search(source, base_url, environment={source: SECRET}).found.key == ApiKey(SECRET)


def test_without_a_name_the_usual_places_are_searched():
    environment = {"SWITCHBOARD_API_KEY": SECRET, "SWITCHBOARD_BASE_URL": URL}

    assert search("", environment=environment).says == (
        "The key comes from `SWITCHBOARD_API_KEY in the environment`."
    )
    assert search("").found is None
    assert search("").says == (
        "No key is found: `SWITCHBOARD_API_KEY`, `OPENAI_API_KEY` and the gateways in secrets.toml "
        "are not set, or belong to other hosts."
    )


def test_only_names_that_hold_a_key_for_this_host_are_offered():
    environment = {
        "B_API_KEY": "x",
        "B_BASE_URL": URL,
        "C_API_KEY": "x",
        "D_API_KEY": "x",
        "D_BASE_URL": "https://other.example/v1",
        "OPENAI_API_KEY": "x",
        "GROQ_API_KEY": "x",
        "HOME": "/",
        "AWS_SESSION_TOKEN": "x",
    }
    secrets = {"A_API_KEY": "x", "A_BASE_URL": URL, "E_API_KEY": 7, "gateways": {}}

    offered = offered_sources(URL, environment=environment, secrets=secrets)

    assert offered == ("A_API_KEY", "B_API_KEY")


@pytest.mark.parametrize(
    "address", ["http://api.groq.com/openai/v1", "https://api.groq.com:8443/openai/v1"]
)
def test_a_providers_key_goes_to_its_whole_origin_only(address):
    assert problem_of("GROQ_API_KEY", "https://api.groq.com/openai/v1") == ""
    assert problem_of("GROQ_API_KEY", address) == (
        "The key in `GROQ_API_KEY` belongs to api.groq.com and is not sent to another host."
    )


UNDECLARED = {
    "no address": {"EXAMPLE_API_KEY": SECRET},
    "another host": HERE | {"EXAMPLE_BASE_URL": "https://other.example/v1"},
    "another port": HERE | {"EXAMPLE_BASE_URL": "https://gateway.example:8443/v1"},
    "plain http": HERE | {"EXAMPLE_BASE_URL": "http://gateway.example/v1"},
    "no address at all": HERE | {"EXAMPLE_BASE_URL": "ftp://gateway.example"},
    "another name": {"EXAMPLE_API_KEY": SECRET, "OTHER_BASE_URL": URL},
}


@pytest.mark.parametrize("environment", UNDECLARED.values(), ids=UNDECLARED)
def test_a_key_that_is_not_declared_for_an_address_is_not_sent_there(environment):
    found = search("EXAMPLE_API_KEY", environment=environment)

    assert found.found is None
    assert found.says == problem_of("EXAMPLE_API_KEY", environment=environment)
    assert found.says == (
        "The key in `EXAMPLE_API_KEY` is not declared for this address. Set `EXAMPLE_BASE_URL` to "
        "it where the key is set, or put both into secrets.toml as `base_url` and `api_key` under "
        "`[gateways.NAME]` and leave the key source empty."
    )


@pytest.mark.parametrize(
    "source", ["AZURE_OPENAI_API_KEY", "FIREWORKS_API_KEY", "PERPLEXITY_API_KEY", "X_API_KEY"]
)
def test_no_name_lets_a_key_go_wherever_the_address_points(source):
    assert search(source, "https://evil.example/v1", environment={source: SECRET}).found is None


def test_an_address_in_one_place_does_not_declare_the_key_in_another():
    key, address = {"EXAMPLE_API_KEY": SECRET}, {"EXAMPLE_BASE_URL": URL}

    assert search("EXAMPLE_API_KEY", environment=key, secrets=address).found is None
    assert search("EXAMPLE_API_KEY", environment=address, secrets=key).found is None


def test_the_place_that_declares_the_address_gives_the_key():
    found = search("EXAMPLE_API_KEY", environment={"EXAMPLE_API_KEY": "x"}, secrets=HERE)

    assert found.found.key == ApiKey(SECRET)


def test_a_name_that_is_not_set_yet_may_be_kept():
    assert problem_of("EXAMPLE_API_KEY") == ""
