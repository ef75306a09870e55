import pytest

from switchboard.gateway import ApiKey, FoundKey, find_key

OPENAI = "https://api.openai.com/v1"
OTHER = "https://gateway.example/v1"
LOCAL = "http://localhost:11434/v1"


def found(base_url, environment=None, secrets=None):
    return find_key(base_url, environment=environment or {}, secrets=secrets or {})


def test_without_keys_none_is_found():
    assert found(OPENAI) is None


def test_the_openai_key_belongs_to_openai():
    environment = {"OPENAI_API_KEY": "sk-openai"}

    assert found(OPENAI, environment) == FoundKey(
        ApiKey("sk-openai"), "OPENAI_API_KEY in the environment"
    )


@pytest.mark.parametrize(
    "base_url",
    [
        OTHER,
        LOCAL,
        "http://api.openai.com/v1",
        "https://api.openai.com:8443/v1",
        "https://api.openai.com.evil.example/v1",
        "https://evil.example/api.openai.com/v1",
        "https://xapi.openai.com/v1",
        "not an address",
    ],
)
def test_the_openai_key_goes_to_no_other_place(base_url):
    assert found(base_url, {"OPENAI_API_KEY": "sk-openai"}) is None


def test_a_base_url_moves_the_key_to_its_host():
    environment = {"OPENAI_API_KEY": "sk-openai", "OPENAI_BASE_URL": "https://gateway.example"}

    assert found(OTHER, environment).key.reveal() == "sk-openai"
    assert found(OPENAI, environment) is None


@pytest.mark.parametrize("base_url", [OTHER, LOCAL, OPENAI])
def test_the_switchboard_key_without_a_base_url_goes_nowhere(base_url):
    assert found(base_url, {"SWITCHBOARD_API_KEY": "sk-mine"}) is None


def test_the_switchboard_key_with_a_base_url_goes_only_there():
    environment = {"SWITCHBOARD_API_KEY": "sk-mine", "SWITCHBOARD_BASE_URL": "localhost:11434"}

    assert found(LOCAL, environment).key.reveal() == "sk-mine"
    assert found(OTHER, environment) is None


@pytest.mark.parametrize(
    "base_url",
    [
        "http://gateway.example/v1",
        "https://gateway.example:8443/v1",
        "https://gateway.example.evil.example/v1",
        "https://a.gateway.example/v1",
        "https://evil.example/gateway.example/v1",
        "https://evil.example/v1?gateway.example",
    ],
)
def test_a_key_goes_to_no_other_scheme_port_or_host(base_url):
    environment = {"SWITCHBOARD_API_KEY": "sk-mine", "SWITCHBOARD_BASE_URL": OTHER}
    secrets = {"gateways": {"team": {"base_url": OTHER, "api_key": "sk-team"}}}

    assert found(OTHER, environment, secrets).key.reveal() == "sk-team"
    assert found(base_url, environment, secrets) is None


def test_each_key_goes_to_the_host_it_was_set_for():
    environment = {
        "SWITCHBOARD_API_KEY": "sk-mine",
        "SWITCHBOARD_BASE_URL": OTHER,
        "OPENAI_API_KEY": "sk-openai",
    }

    assert found(OPENAI, environment).key.reveal() == "sk-openai"
    assert found(OTHER, environment).key.reveal() == "sk-mine"


def test_secrets_are_read_under_the_same_names():
    assert found(OPENAI, secrets={"OPENAI_API_KEY": "sk-s"}).source == (
        "OPENAI_API_KEY in secrets.toml"
    )


def test_a_gateway_table_in_the_secrets_belongs_to_its_own_host():
    secrets = {"gateways": {"team": {"base_url": "gateway.example", "api_key": "sk-team"}}}

    assert found(OTHER, secrets=secrets) == FoundKey(
        ApiKey("sk-team"), "gateways.team in secrets.toml"
    )
    assert found(OPENAI, secrets=secrets) is None


def test_a_base_url_beside_the_key_counts_before_one_elsewhere():
    secrets = {"OPENAI_API_KEY": "sk-s", "OPENAI_BASE_URL": OTHER}

    assert found(OTHER, {"OPENAI_BASE_URL": LOCAL}, secrets).key.reveal() == "sk-s"
    assert found(LOCAL, {"OPENAI_BASE_URL": LOCAL}, secrets) is None


@pytest.mark.parametrize(
    "secrets",
    [
        {"gateways": "text"},
        {"gateways": {"team": "text"}},
        {"gateways": {"team": {"api_key": 7, "base_url": OTHER}}},
        {"gateways": {"team": {"api_key": "sk-team"}}},
        {"gateways": {"team": {"api_key": "sk-team", "base_url": "ftp://gateway.example"}}},
        {"OPENAI_API_KEY": ""},
        {"SWITCHBOARD_API_KEY": ["sk"], "SWITCHBOARD_BASE_URL": OTHER},
    ],
)
def test_secrets_of_another_shape_are_passed_over(secrets):
    assert found(OTHER, secrets=secrets) is None
