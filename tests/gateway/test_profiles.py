import pytest

from switchboard.gateway import profile_for
from switchboard.settings import Profile

OPENAI = "https://api.openai.com/v1"
OTHER = "https://gateway.example/v1"
OFFLINE = "http://127.0.0.1:8808/v1"


@pytest.mark.parametrize(
    "model",
    [
        "gpt-4o",
        "gpt-4.1-mini",
        "claude-opus-4-5",
        "deepseek-reasoner",
        "qwen3",
        "oreo",
        "offline-chat",
    ],
)
def test_a_model_outside_the_table_is_standard(model):
    assert profile_for(OPENAI, model) == Profile()


@pytest.mark.parametrize("model", ["o1", "o3-mini", "o3-mini-2025-01-31", "openai/o3", "o4-mini"])
def test_the_o_series_refuses_what_it_refuses(model):
    profile = profile_for(OPENAI, model)

    assert profile.token_limit_field == "max_completion_tokens"
    assert profile.system_role == "developer"
    assert profile.reasoning_efforts == ("low", "medium", "high")
    assert profile.refused.keys() >= {
        "max_tokens",
        "temperature",
        "top_p",
        "presence_penalty",
        "frequency_penalty",
        "logprobs",
        "top_logprobs",
        "parallel_tool_calls",
    }


def test_the_offline_reasoner_is_an_o_series_model():
    assert profile_for(OFFLINE, "offline-reasoner") == profile_for(OPENAI, "o1")


@pytest.mark.parametrize(
    ("model", "efforts", "takes_temperature"),
    [
        ("gpt-5", "minimal low medium high", False),
        ("gpt-5-mini", "minimal low medium high", False),
        ("gpt-5.1", "none low medium high", True),
        ("gpt-5.2", "none low medium high xhigh", True),
        ("gpt-5.4-mini", "none low medium high xhigh", True),
        ("gpt-5.5", "none low medium high xhigh", False),
        ("gpt-5.6-2026-06-01", "none low medium high xhigh", False),
        ("gpt-6-sol", "none low medium high xhigh", False),
        ("gpt-6-astra", "low medium high xhigh", False),
        ("gpt-6.1-sol", "low medium high xhigh", False),
    ],
)
def test_later_reasoning_models_go_by_their_family(model, efforts, takes_temperature):
    profile = profile_for(OPENAI, model)

    assert profile.reasoning_efforts == tuple(efforts.split())
    assert ("temperature" not in profile.refused) is takes_temperature
    assert "max_tokens" in profile.refused
    assert "parallel_tool_calls" not in profile.refused


def test_only_openai_knows_the_developer_role():
    assert profile_for("https://x.openai.azure.com/openai/v1", "o3").system_role == "developer"
    assert profile_for(OTHER, "o3").system_role == "system"


def test_a_gateway_that_translates_settings_takes_them_all():
    assert profile_for("https://openrouter.ai/api/v1", "openai/o3") == Profile()
