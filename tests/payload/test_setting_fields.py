"""Each setting is one field of the request, in the form the API reference gives it."""

import pytest

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Message
from switchboard.payload import build_request, left_out
from switchboard.settings import AllowedTools, Profile, ResponseFormat, Settings

WEATHER = {"type": "function", "function": {"name": "get_weather", "strict": True}}
CLOCK = {"type": "function", "function": {"name": "get_time"}}
REASONER = Profile(reasoning_efforts=("low", "high"))


def fields(settings, *, tools=(), profile=REASONER):
    """What is sent beside the model and the messages."""
    conversation = Conversation(
        model="m", entries=(Entry(Message("user", "Hi")),), settings=settings
    )
    body = build_request(conversation, tools, profile=profile)
    return {name: value for name, value in body.items() if name not in ("model", "messages")}


def unstreamed(**settings):
    return Settings(stream=False, **settings)


ONE_FIELD = {
    "temperature": (0.0, {"temperature": 0.0}),
    "top_p": (0.0, {"top_p": 0.0}),
    "max_tokens": (1, {"max_tokens": 1}),
    "reasoning_effort": ("high", {"reasoning_effort": "high"}),
    "verbosity": ("low", {"verbosity": "low"}),
    "n": (2, {"n": 2}),
    "stop": (("END", "\n"), {"stop": ["END", "\n"]}),
    "seed": (0, {"seed": 0}),
    "frequency_penalty": (-2.0, {"frequency_penalty": -2.0}),
    "presence_penalty": (0.0, {"presence_penalty": 0.0}),
    "logit_bias": ({"50256": -100}, {"logit_bias": {"50256": -100}}),
    "logprobs": (False, {"logprobs": False}),
    "service_tier": ("flex", {"service_tier": "flex"}),
    "store": (False, {"store": False}),
    "metadata": ({"team": "a"}, {"metadata": {"team": "a"}}),
    "prompt_cache_key": ("k", {"prompt_cache_key": "k"}),
    "safety_identifier": ("s", {"safety_identifier": "s"}),
    "user": ("u", {"user": "u"}),
    "extra_headers": ({"X-Team": "a"}, {}),
    "stream": (True, {"stream": True, "stream_options": {"include_usage": True}}),
}


@pytest.mark.parametrize(("name", "value", "sent"), [(n, *rest) for n, rest in ONE_FIELD.items()])
def test_a_setting_is_sent_alone_even_when_it_is_zero_or_false(name, value, sent):
    assert fields(Settings(**{"stream": False} | {name: value})) == sent


@pytest.mark.parametrize(
    ("name", "blank"),
    [
        ("verbosity", ""),
        ("stop", ()),
        ("logit_bias", {}),
        ("service_tier", ""),
        ("metadata", {}),
        ("prompt_cache_key", ""),
        ("safety_identifier", ""),
        ("user", ""),
        ("extra_body", " \n"),
    ],
)
def test_what_is_empty_is_not_sent(name, blank):
    assert fields(unstreamed(**{name: blank})) == {}


@pytest.mark.parametrize(
    ("logprobs", "sent"),
    [
        (True, {"logprobs": True, "top_logprobs": 3}),
        (False, {"logprobs": False}),
        (None, {}),
    ],
)
def test_alternatives_are_asked_for_only_beside_log_probabilities(logprobs, sent):
    assert fields(unstreamed(logprobs=logprobs, top_logprobs=3)) == sent


SCHEMA = '{"type": "object", "properties": {"city": {"const": null}}}'

FORMATS = {
    "text": (ResponseFormat("text"), {"type": "text"}),
    "any JSON object": (ResponseFormat("json_object", SCHEMA), {"type": "json_object"}),
    "a schema": (
        ResponseFormat("json_schema", SCHEMA, "place"),
        {
            "type": "json_schema",
            "json_schema": {
                "name": "place",
                "schema": {"type": "object", "properties": {"city": {"const": None}}},
            },
        },
    ),
    "an empty schema, not strict": (
        ResponseFormat("json_schema", "{}", strict=False),
        {"type": "json_schema", "json_schema": {"name": "answer", "schema": {}, "strict": False}},
    ),
}


@pytest.mark.parametrize(("wanted", "sent"), FORMATS.values(), ids=FORMATS)
def test_a_response_format_is_sent_together_with_tools(wanted, sent):
    body = fields(unstreamed(response_format=wanted), tools=[WEATHER])

    assert body == {"tools": [WEATHER], "response_format": sent}


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"a": NaN}', '{"a": 1e999}'])
def test_a_schema_that_cannot_be_read_is_not_sent(text):
    assert fields(unstreamed(response_format=ResponseFormat("json_schema", text))) == {}


def allowed(mode, *names):
    tools = [{"type": "function", "function": {"name": name}} for name in names]
    return {"type": "allowed_tools", "allowed_tools": {"mode": mode, "tools": tools}}


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        pytest.param(
            AllowedTools(("get_time",)), {"tool_choice": allowed("auto", "get_time")}, id="auto"
        ),
        pytest.param(
            AllowedTools(("get_time", "get_weather"), "required"),
            {"tool_choice": allowed("required", "get_time", "get_weather")},
            id="required",
        ),
        pytest.param(
            AllowedTools(("gone", "get_time")),
            {"tool_choice": allowed("auto", "get_time")},
            id="one of them is gone",
        ),
        pytest.param(AllowedTools(("gone",)), {}, id="all of them are gone"),
        pytest.param(AllowedTools(()), {}, id="none was picked"),
    ],
)
def test_some_of_the_tools_can_be_allowed(choice, sent):
    body = fields(unstreamed(tool_choice=choice), tools=[WEATHER, CLOCK])

    assert body == {"tools": [WEATHER, CLOCK], **sent}


EVERYTHING = Settings(
    temperature=1.0,
    top_p=1.0,
    max_tokens=9,
    tool_choice="auto",
    parallel_tool_calls=True,
    response_format=ResponseFormat("text"),
    reasoning_effort="low",
    verbosity="low",
    n=1,
    stop=("x",),
    seed=1,
    frequency_penalty=0.0,
    presence_penalty=0.0,
    logit_bias={"1": 1},
    logprobs=True,
    top_logprobs=1,
    service_tier="auto",
    store=True,
    metadata={"a": "b"},
    prompt_cache_key="k",
    safety_identifier="s",
    user="u",
)


DEPENDENTS = {
    "logprobs": {"top_logprobs"},
    "stream": {"stream_options"},
    "tools": {"tool_choice", "parallel_tool_calls"},
}


@pytest.mark.parametrize("refused", fields(EVERYTHING, tools=[CLOCK]))
def test_what_the_profile_refuses_is_left_out_with_what_depends_on_it(refused):
    profile = Profile(reasoning_efforts=("low",), refused={refused: "No."})

    sent = fields(EVERYTHING, tools=[CLOCK], profile=profile)

    left_out = fields(EVERYTHING, tools=[CLOCK]).keys() - sent
    assert left_out == {refused} | DEPENDENTS.get(refused, set())


def test_a_profile_that_refuses_strict_gets_tools_and_formats_without_it():
    settings = unstreamed(response_format=ResponseFormat("json_schema", "{}", strict=True))

    body = fields(settings, tools=[WEATHER], profile=Profile(refused={"strict": "No."}))

    assert body == {
        "tools": [{"type": "function", "function": {"name": "get_weather"}}],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": {}},
        },
    }
    assert WEATHER["function"]["strict"] is True


@pytest.mark.parametrize("efforts", [(), ("low", "high")])
def test_an_effort_that_was_picked_for_another_model_is_not_sent(efforts):
    profile = Profile(reasoning_efforts=efforts)

    assert fields(unstreamed(reasoning_effort="xhigh"), profile=profile) == {}


@pytest.mark.parametrize(
    ("beside_tools", "effort", "sent"),
    [
        ("any", "low", {"reasoning_effort": "low"}),
        ("absent", "low", {}),
        ("absent", "none", {"reasoning_effort": "none"}),
        ("absent", None, {}),
        ("none", "low", {"reasoning_effort": "none"}),
        ("none", None, {"reasoning_effort": "none"}),
    ],
)
def test_beside_tools_an_effort_is_sent_as_the_profile_takes_it(beside_tools, effort, sent):
    profile = Profile(reasoning_efforts=("none", "low"), effort_beside_tools=beside_tools)
    settings = unstreamed(reasoning_effort=effort)
    alone = {} if effort is None else {"reasoning_effort": effort}

    assert fields(settings, profile=profile) == alone
    assert fields(settings, tools=[CLOCK], profile=profile) == {"tools": [CLOCK], **sent}


SAMPLED = {"temperature": 0.2, "top_p": 0.5, "logprobs": True, "top_logprobs": 2}


@pytest.mark.parametrize(
    ("rule", "effort", "is_sent"),
    [
        *(("any", None, True), ("any", "none", True), ("any", "low", True)),
        *(("absent", None, True), ("absent", "none", True), ("absent", "low", False)),
        *(("none", None, False), ("none", "none", True), ("none", "low", False)),
    ],
)
def test_beside_an_effort_sampling_settings_are_sent_as_the_profile_takes_them(
    rule, effort, is_sent
):
    profile = Profile(reasoning_efforts=("none", "low"), sampling_beside_effort=rule)
    said = {} if effort is None else {"reasoning_effort": effort}

    body = fields(unstreamed(**SAMPLED, **said, seed=7), profile=profile)

    assert body == {"seed": 7, **said, **(SAMPLED if is_sent else {})}


@pytest.mark.parametrize(
    ("beside_tools", "sampling", "effort", "sent"),
    [
        ("absent", "absent", "low", SAMPLED),
        ("absent", "none", "low", {}),
        ("none", "none", "low", {"reasoning_effort": "none", **SAMPLED}),
        ("none", "none", None, {"reasoning_effort": "none", **SAMPLED}),
    ],
)
def test_the_effort_that_counts_is_the_one_that_is_sent(beside_tools, sampling, effort, sent):
    profile = Profile(
        reasoning_efforts=("none", "low"),
        effort_beside_tools=beside_tools,
        sampling_beside_effort=sampling,
    )
    settings = unstreamed(**SAMPLED, reasoning_effort=effort)

    assert fields(settings, tools=[CLOCK], profile=profile) == {"tools": [CLOCK], **sent}


@pytest.mark.parametrize(
    "profile",
    [
        Profile(reasoning_efforts=("high",), sampling_beside_effort="absent"),
        Profile(refused={"reasoning_effort": "No."}, sampling_beside_effort="absent"),
    ],
    ids=["not one of its efforts", "no effort at all"],
)
def test_an_effort_that_is_not_sent_rules_nothing_out(profile):
    assert fields(unstreamed(temperature=0.2, reasoning_effort="low"), profile=profile) == {
        "temperature": 0.2
    }


def test_what_is_left_out_says_why():
    low, unset = Settings(reasoning_effort="low"), Settings()
    absent, none = (Profile(sampling_beside_effort=rule) for rule in ("absent", "none"))

    assert left_out(low, absent, has_tools=False)["temperature"] == (
        "This model takes it beside the reasoning effort none only, not beside low."
    )
    assert left_out(unset, none, has_tools=False)["top_logprobs"] == (
        "This model takes it where the reasoning effort is set to none."
    )
    assert left_out(unset, absent, has_tools=False) == {}


def test_what_is_refused_always_says_so_beside_an_effort_too():
    profile = Profile(refused={"top_p": "No."}, sampling_beside_effort="absent")

    reasons = left_out(Settings(reasoning_effort="low"), profile, has_tools=False)

    assert reasons["top_p"] == "No."


MERGED = {
    "a field of its own": ('{"top_k": 40}', {"top_k": 40, "temperature": 1.0}),
    "in place of a setting": ('{"temperature": 0}', {"temperature": 0}),
    "null removes": ('{"temperature": null, "seed": null}', {}),
    "null inside stays": ('{"a": {"b": null}}', {"a": {"b": None}, "temperature": 1.0}),
    "what is refused": ('{"top_p": 1}', {"top_p": 1, "temperature": 1.0}),
    "no object": ("[1]", {"temperature": 1.0}),
    "no JSON": ("{", {"temperature": 1.0}),
}


@pytest.mark.parametrize(("text", "sent"), MERGED.values(), ids=MERGED)
def test_the_extra_json_has_the_last_word(text, sent):
    settings = unstreamed(temperature=1.0, extra_body=text)

    assert fields(settings, profile=Profile(refused={"top_p": "No."})) == sent


def test_the_extra_json_can_replace_model_and_messages_and_unstream_an_answer():
    conversation = Conversation(
        model="m",
        entries=(Entry(Message("user", "Hi")),),
        settings=Settings(
            extra_body='{"model": "x", "messages": [], "stream": null, "stream_options": null}'
        ),
    )

    assert build_request(conversation, [], profile=Profile()) == {"model": "x", "messages": []}


def test_a_response_schema_takes_the_gateways_dialect_as_tools_do():
    schema = '{"$schema": "x:y", "type": "object", "properties": {"a": {"type": "string"}}}'

    body = fields(
        unstreamed(response_format=ResponseFormat("json_schema", schema)),
        profile=Profile(schema_dialect="gemini"),
    )

    assert body["response_format"]["json_schema"]["schema"] == {
        "type": "object",
        "properties": {"a": {"type": "string"}},
    }
