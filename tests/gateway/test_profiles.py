from dataclasses import replace

import pytest

from switchboard.gateway import profile_for
from switchboard.gateway.profiles import describe
from switchboard.settings import Profile

OPENAI = "https://api.openai.com/v1"
OTHER = "https://gateway.example/v1"
OFFLINE = "http://127.0.0.1:8808/v1"
MISTRAL = "https://api.mistral.ai/v1"


@pytest.mark.parametrize(
    "model",
    [
        "claude-opus-4-5",
        "deepseek-reasoner",
        "qwen3",
        "oreo",
    ],
)
def test_a_model_and_gateway_outside_the_table_are_standard(model):
    assert profile_for(OTHER, model) == Profile()
    assert profile_for(OFFLINE, model) == Profile()


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-4.1-mini", "gpt-3.5-turbo", "offline-chat"])
def test_a_model_that_does_not_reason_takes_no_effort(model):
    assert profile_for(OTHER, model) == Profile(reasoning_efforts=())


def test_a_plain_model_at_openai_takes_files_and_audio_and_no_effort():
    parts = frozenset({"image_url", "file", "input_audio"})

    assert profile_for(OPENAI, "gpt-4o") == Profile("OpenAI", parts=parts, reasoning_efforts=())


@pytest.mark.parametrize("model", ["o1", "o3-mini", "o3-mini-2025-01-31", "openai/o3", "o4-mini"])
def test_the_o_series_refuses_what_it_refuses(model):
    profile = profile_for(OPENAI, model)

    assert profile.name == "OpenAI, o-series"
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


def test_a_reason_names_who_refuses():
    refused = profile_for(OPENAI, "o3").refused

    assert refused["temperature"] == "The o-series models refuse temperature."


def test_the_offline_reasoner_is_an_o_series_model():
    offline = profile_for(OFFLINE, "offline-reasoner")

    assert offline.name == "o-series"
    assert offline.system_role == "developer"
    assert offline.refused.keys() == profile_for(OPENAI, "o1").refused.keys() | {"logit_bias"}


@pytest.mark.parametrize(
    ("model", "efforts", "takes_temperature", "beside_tools"),
    [
        ("gpt-5", "minimal low medium high", False, "any"),
        ("gpt-5-mini", "minimal low medium high", False, "any"),
        ("gpt-5.1", "none low medium high", True, "any"),
        ("gpt-5.2", "none low medium high xhigh", True, "any"),
        ("gpt-5.4-mini", "none low medium high xhigh", True, "absent"),
        ("gpt-5.5", "none low medium high xhigh", True, "absent"),
        ("gpt-5.6-2026-06-01", "none low medium high xhigh", True, "none"),
        ("gpt-6-sol", "none low medium high xhigh", False, "none"),
        ("gpt-6-astra", "low medium high xhigh", False, "any"),
        ("gpt-6.1-sol", "low medium high xhigh", False, "any"),
    ],
)
def test_later_reasoning_models_go_by_their_family(model, efforts, takes_temperature, beside_tools):
    profile = profile_for(OPENAI, model)

    assert profile.reasoning_efforts == tuple(efforts.split())
    assert ("temperature" not in profile.refused) is takes_temperature
    assert profile.effort_beside_tools == beside_tools
    assert "max_tokens" in profile.refused
    assert "parallel_tool_calls" not in profile.refused


@pytest.mark.parametrize("model", ["gpt-6-astra", "gpt-6.1-sol", "openai/gpt-6-astra-2026-09-01"])
def test_models_that_take_tools_elsewhere_only_are_sent_none_at_openai(model):
    assert "/v1/responses only" in profile_for(OPENAI, model).refused["tools"]
    assert "max_tokens" in profile_for(OPENAI, model).refused
    assert "tools" not in profile_for("https://gateway.example/v1", model).refused


@pytest.mark.parametrize("model", ["gpt-6-sol", "gpt-6-luna", "gpt-5.6"])
def test_models_that_take_tools_beside_no_effort_are_sent_them(model):
    assert "tools" not in profile_for(OPENAI, model).refused


def test_only_openai_knows_the_developer_role():
    assert profile_for("https://x.openai.azure.com/openai/v1", "o3").system_role == "developer"
    assert profile_for(OTHER, "o3").system_role == "system"


@pytest.mark.parametrize(
    ("model", "beside"),
    [
        *(("gpt-5", "any"), ("gpt-5.1", "absent"), ("gpt-5.2-2025-12-11", "absent")),
        *(("gpt-5.4-mini", "absent"), ("gpt-5.5", "none"), ("openai/gpt-5.6", "none")),
        *(("gpt-6-sol", "any"), ("o3", "any"), ("gpt-4o", "any"), ("llama-4", "any")),
    ],
)
def test_sampling_settings_beside_an_effort_go_by_the_family(model, beside):
    assert profile_for(OPENAI, model).sampling_beside_effort == beside
    assert profile_for(OTHER, model).sampling_beside_effort == beside


def test_a_gateway_that_translates_settings_takes_sampling_beside_an_effort():
    assert profile_for("https://openrouter.ai/api/v1", "gpt-5.1").sampling_beside_effort == "any"


def test_only_openai_refuses_an_effort_beside_tools():
    assert profile_for("https://x.openai.azure.com/v1", "gpt-5.6").effort_beside_tools == "none"
    assert profile_for(OTHER, "gpt-5.6").effort_beside_tools == "any"


def test_a_gateway_that_translates_settings_takes_them_all():
    assert profile_for("https://openrouter.ai/api/v1", "openai/o3") == Profile(
        "OpenRouter",
        reasoning_efforts=("none", "minimal", "low", "medium", "high", "xhigh"),
        reasoning_replay="reasoning",
        parts=frozenset({"image_url", "file", "input_audio"}),
    )


@pytest.mark.parametrize(
    ("base_url", "name"),
    [
        ("https://api.openai.com/v1", "OpenAI"),
        ("https://eu.api.openai.com/v1", "OpenAI"),
        ("https://me.openai.azure.com/openai/v1", "Azure"),
        ("https://api.anthropic.com/v1", "Anthropic"),
        ("https://generativelanguage.googleapis.com/v1beta/openai", "Gemini"),
        ("https://us-central1-aiplatform.googleapis.com/v1/x", "Gemini"),
        ("https://api.mistral.ai/v1", "Mistral"),
        ("https://api.deepseek.com", "DeepSeek"),
        ("https://api.groq.com/openai/v1", "Groq"),
        ("https://openrouter.ai/api/v1", "OpenRouter"),
        ("https://api.x.ai/v1", "xAI"),
        ("https://api.together.xyz/v1", "Together"),
        ("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "DashScope"),
        ("https://open.bigmodel.cn/api/paas/v4", "Zhipu"),
        ("https://api.z.ai/api/paas/v4", "Zhipu"),
        ("https://api.moonshot.cn/v1", "Moonshot"),
        ("http://localhost:11434/v1", "Ollama (by its port)"),
        ("http://192.168.1.9:8000/v1", "vLLM (by its port)"),
        ("http://localhost:8080/v1", "llama.cpp (by its port)"),
        ("http://localhost:1234/v1", "LM Studio (by its port)"),
        ("http://localhost:4000/v1", "LiteLLM (by its port)"),
        ("https://api.openai.com.evil.example/v1", "standard"),
        ("https://notapi.groq.com/v1", "standard"),
        ("not an address", "standard"),
    ],
)
def test_a_gateway_is_known_by_its_address(base_url, name):
    assert profile_for(base_url, "some-model").name == name


def test_mistral_keeps_its_own_rules_whatever_the_model():
    profile = profile_for(MISTRAL, "codestral-latest")

    assert profile.name == "Mistral"
    assert profile.call_ids == "nine"
    assert profile.role_order == "alternating"
    assert profile.content_beside_calls == "absent"
    assert profile.token_limit_field == "max_tokens"
    assert profile.refused["stream_options"] == (
        "Mistral refuses stream_options; usage may be missing from streams."
    )


@pytest.mark.parametrize(
    ("base_url", "model", "replay"),
    [
        (MISTRAL, "magistral-medium-latest", "thinking_parts"),
        (MISTRAL, "magistral-small-2509", "thinking_parts"),
        (MISTRAL, "mistral-small-2603", "thinking_parts"),
        (MISTRAL, "mistral-medium-3-5", "thinking_parts"),
        (MISTRAL, "codestral-latest", "never"),
        (MISTRAL, "mistral-large-2411", "never"),
        ("http://localhost:8000/v1", "mistralai/Magistral-Small-2509", "never"),
        (OTHER, "magistral-medium-latest", "never"),
    ],
)
def test_only_mistral_gets_the_thinking_of_its_reasoning_models_back(base_url, model, replay):
    assert profile_for(base_url, model).reasoning_replay == replay


@pytest.mark.parametrize(
    ("base_url", "model", "field", "value"),
    [
        (OTHER, "google/gemini-3-pro", "schema_dialect", "gemini"),
        ("https://openrouter.ai/api/v1", "google/gemini-3-pro", "schema_dialect", "json-schema"),
        ("http://localhost:4000/v1", "gemini-3-pro", "schema_dialect", "json-schema"),
        ("http://localhost:8000/v1", "mistralai/Mistral-Small-24B", "call_ids", "nine"),
        ("http://localhost:11434/v1", "o3", "token_limit_field", "max_tokens"),
        ("http://localhost:4000/v1", "o3", "token_limit_field", "max_completion_tokens"),
        ("https://api.deepseek.com", "deepseek-v4", "reasoning_replay", "reasoning_content"),
        ("https://api.groq.com/openai/v1", "m", "content_beside_calls", "absent"),
        ("http://localhost:1234/v1", "m", "content_beside_calls", "empty"),
        ("https://api.x.ai/v1", "m", "refused", {"strict": "xAI refuses strict on tools."}),
        (
            "http://localhost:11434/v1",
            "gpt-oss:20b",
            "reasoning_efforts",
            ("low", "medium", "high"),
        ),
    ],
)
def test_gateway_and_family_each_decide_what_is_theirs(base_url, model, field, value):
    assert getattr(profile_for(base_url, model), field) == value


def test_a_family_seen_at_one_gateway_is_not_taken_for_granted_elsewhere():
    assert "stop" in profile_for("https://api.x.ai/v1", "grok-4.3").refused
    assert profile_for(OTHER, "grok-4.3") == Profile()


def test_every_field_of_a_profile_has_words_for_the_screen():
    described = {each.field: each for each in describe(profile_for(MISTRAL, "m"))}

    assert list(described) == [
        "name",
        "token_limit_field",
        "system_role",
        "refused",
        "reasoning_efforts",
        "effort_beside_tools",
        "sampling_beside_effort",
        "content_beside_calls",
        "call_ids",
        "schema_dialect",
        "reasoning_replay",
        "role_order",
        "parts",
    ]
    assert set(described) == set(Profile.__dataclass_fields__)
    assert described["call_ids"].label == "Ids of calls"
    assert described["call_ids"].value == "nine letters and digits"
    assert described["reasoning_efforts"].value == "none, minimal, low, medium, high, xhigh"
    assert described["parts"].value == "image_url"
    assert described["refused"].reasons[0] == (
        "Mistral refuses stream_options; usage may be missing from streams."
    )


def test_a_guess_by_port_keeps_the_rules_of_the_gateway_it_guesses():
    at_home = profile_for("http://localhost:1234/v1", "m")

    assert replace(at_home, name="standard") == Profile(content_beside_calls="empty")
