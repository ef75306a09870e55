"""What each probe makes of a reply: yes, no, or odd."""

import json

import pytest
from scripted_gateway import Reply
from scripted_replies import call_stream, chunk, completion_json, error_json, sse, text_stream

from switchboard.gateway import Gateway, StopSignal, Transport
from switchboard.probes import CATALOGUE, TITLES, body_of, judged, send

PROBES = {probe.name: probe for probe in CATALOGUE}
PARIS = ("get_weather", {"city": "Paris"})
ROME = ("get_weather", {"city": "Rome"})
TIME = ("get_time", {"city": "Paris"})
WORDS = completion_json("It is sunny.")


def calls(*written):
    return completion_json(None, calls=written)


def choices(*changes):
    """A whole reply with one choice for each dictionary of changes."""
    reply = json.loads(completion_json("Apple"))
    first = reply["choices"][0]
    reply["choices"] = [{**first, "index": at, **change} for at, change in enumerate(changes)]
    return json.dumps(reply)


def logprobs(**entry):
    return choices({"logprobs": {"content": [{"token": "OK", "logprob": -0.1, **entry}]}})


YES = {
    "answer": (completion_json("OK"), "It said 'OK'."),
    "streaming": (text_stream("OK"), "The answer came as a stream."),
    "usage": (text_stream("OK"), "12 tokens in, 7 out."),
    "tool": (calls(PARIS), "It called 'get_weather' with '{\"city\": \"Paris\"}'."),
    "parallel": (calls(PARIS, ROME), "2 calls in one answer."),
    "choice-none": (WORDS, "It answered without a call, as it was told to."),
    "choice-auto": (calls(PARIS), "It called 'get_weather' with '{\"city\": \"Paris\"}'."),
    "choice-required": (calls(PARIS), "It called 'get_weather', as it had to."),
    "choice-named": (calls(TIME), "It called 'get_time', as it had to."),
    "choice-allowed": (calls(TIME), "It called 'get_time', as it had to."),
    "strict": (calls(PARIS), "It took a strict tool, and its arguments follow the schema."),
    "json-object": (completion_json('{"sum": 5}'), "The answer is a JSON object."),
    "json-schema": (completion_json('{"sum": 5}'), "The answer follows the schema."),
    "image": (completion_json("Red."), "It saw that the square is red."),
    "n": (choices({}, {}), "Two answers to one request."),
    "logprobs": (
        logprobs(top_logprobs=[{"token": "OK", "logprob": -0.1}]),
        "Log probabilities with their alternatives.",
    ),
}

ODD = {
    "answer": (completion_json(""), "without a word of text"),
    "streaming": (completion_json("OK"), "in one piece"),
    "streaming, no text": (sse(chunk({"content": ""}), chunk(finish="stop")), "held no text"),
    "usage": (sse(chunk({"content": "OK"}), chunk(finish="stop")), "without token counts"),
    "usage, of nothing": (
        sse(
            chunk({"content": "OK"}),
            chunk(finish="stop"),
            chunk(usage={"prompt_tokens": 0, "completion_tokens": 1, "total_tokens": 1}),
        ),
        "counts no tokens for what was sent",
    ),
    "tool": (WORDS, "wrote no call: 'It is sunny.'"),
    "tool, another": (calls(TIME), "It called 'get_time' where 'get_weather' was meant."),
    "tool, broken": (calls(("get_weather", '{"city": "Par')), "are no JSON object"),
    "tool, empty": (calls(("get_weather", {})), "lacks its argument"),
    "parallel": (calls(PARIS), "one call where two were asked for"),
    "parallel, none": (WORDS, "wrote no call"),
    "parallel, broken": (calls(PARIS, ("get_weather", "{")), "no JSON object"),
    "choice-none": (calls(PARIS), "though calls were ruled out"),
    "choice-auto": (WORDS, "wrote no call"),
    "choice-required": (WORDS, "though one was required"),
    "choice-named": (calls(PARIS), "though only 'get_time' was allowed"),
    "choice-allowed": (calls(PARIS), "though only 'get_time' was allowed"),
    "strict": (calls(("get_weather", {"city": "Paris", "unit": "C"})), "do not follow the schema"),
    "json-object": (completion_json("```json\n{}\n```"), "the answer is no JSON"),
    "json-schema": (completion_json('{"sum": "5"}'), "does not follow the schema"),
    "json-schema, true": (completion_json('{"sum": true}'), "does not follow the schema"),
    "image": (completion_json("I see nothing."), "did not see a red square"),
    "image, blind": (completion_json("I cannot see any colored square."), "did not see a red"),
    "image, another": (completion_json("It is rendered blue."), "did not see a red square"),
    "n": (choices({}), "gave 1 of the two answers"),
    "logprobs": (WORDS, "gave no log probabilities"),
    "logprobs, bare": (logprobs(), "without the alternatives"),
}


def judgement(scripted, probe, reply, **how):
    scripted.reply(reply, **how)
    return judgement_at(scripted, probe)


def judgement_at(scripted, probe, *, max_retries=0):
    transport = Transport(Gateway("S", scripted.base_url, max_retries=max_retries))
    body = body_of(probe, model="scripted-1", limit_field="max_tokens")
    return judged(probe, send(body, transport=transport, stop=StopSignal()))


@pytest.mark.parametrize("name", PROBES)
def test_a_gateway_that_does_what_is_asked_is_told_so(scripted, name):
    reply, says = YES[name]

    told = judgement(scripted, PROBES[name], reply)

    assert (told.verdict, told.says) == ("yes", says)


@pytest.mark.parametrize(("name", "expected"), ODD.items(), ids=ODD)
def test_a_gateway_that_does_something_else_is_odd(scripted, name, expected):
    reply, says = expected

    told = judgement(scripted, PROBES[name.partition(",")[0]], reply)

    assert told.verdict == "odd"
    assert says in told.says


@pytest.mark.parametrize("name", PROBES)
def test_a_gateway_that_refuses_is_a_no_in_its_own_words(scripted, name):
    refusal = error_json("This is not supported.")

    told = judgement(scripted, PROBES[name], refusal, status=400)

    assert told.verdict == "no"
    assert told.says.endswith("(400 Bad Request): This is not supported.")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_gateway_in_trouble_shows_nothing(scripted, status):
    told = judgement(scripted, PROBES["n"], error_json("Later."), status=status)

    assert told.verdict == "odd"
    assert told.says.startswith("Not known. The gateway refused the request")


def test_an_answer_that_was_cut_shows_nothing(scripted):
    told = judgement(scripted, PROBES["tool"], completion_json("Well, let", finish="length"))

    assert told.says == "The answer was cut at 1,000 tokens, so nothing can be said."


def test_an_oddity_that_had_to_be_repaired_is_told(scripted):
    told = judgement(scripted, PROBES["streaming"], text_stream("OK")[:-1])

    assert told.verdict == "odd"
    assert told.says.startswith("The answer came as a stream. But: ")


def busy_once(reply):
    """What a gateway answers that is busy at first."""
    busy = Reply(error_json("Busy."), status=503, headers={"retry-after-ms": "1"})
    replies = [busy, Reply(reply)]
    return lambda _: replies.pop(0)


@pytest.mark.parametrize("name", PROBES)
def test_a_yes_that_took_another_try_is_a_yes_that_says_so(scripted, name):
    reply, says = YES[name]
    scripted.answer_with(busy_once(reply))

    told = judgement_at(scripted, PROBES[name], max_retries=1)

    assert told.verdict == "yes"
    assert told.says == f"{says} The gateway answered 503; the second try went through."


def test_an_oddity_of_another_try_is_told_as_such(scripted):
    scripted.answer_with(busy_once(text_stream("OK")[:-1]))

    told = judgement_at(scripted, PROBES["streaming"], max_retries=1)

    assert told.verdict == "odd"
    assert told.says.startswith("The answer came as a stream. But: ")
    assert "503" not in told.says


def test_what_is_odd_is_odd_at_another_try_too(scripted):
    scripted.answer_with(busy_once(completion_json("")))

    assert judgement_at(scripted, PROBES["answer"], max_retries=1).verdict == "odd"


def test_a_call_arrives_streamed_or_whole_and_counts_the_same(scripted):
    assert judgement(scripted, PROBES["tool"], call_stream([PARIS])).verdict == "yes"


def test_a_very_long_refusal_is_cut(scripted):
    told = judgement(scripted, PROBES["n"], error_json("No! " * 1000), status=400)

    assert len(told.says) == 301


def test_every_finding_has_a_title():
    assert list(TITLES) == ["reachable", "models", "key", *PROBES]


def test_a_field_that_the_profile_refuses_is_left_out_where_the_probe_can_do_without():
    parallel = body_of(
        PROBES["parallel"],
        model="m",
        limit_field="max_completion_tokens",
        refused={"parallel_tool_calls", "n"},
    )
    n = body_of(PROBES["n"], model="m", limit_field="max_tokens", refused={"n"})

    assert sorted(parallel) == ["max_completion_tokens", "messages", "model", "tools"]
    assert n["n"] == 2
