"""Whether the gateway kept to ``tool_choice`` and ``parallel_tool_calls``."""

import pytest

from switchboard.gateway import note_on_parallel_calls, note_on_tool_choice, with_step_notes
from switchboard.messages import Answer, Call, Choice, Message

NONE_WRITTEN = "The request asked for a call, but the gateway ignored that: there is none."
NO_F = "The request asked for a call of 'f', but the gateway ignored that: there is none."
RULED_OUT = "The request ruled out calls, but the gateway let the model write some."
ONLY_F = "The request allowed only calls of 'f', but the gateway let the model call 'g'."
SEVERAL = "The request allowed one call at a time, but the gateway gave several."


def named(name):
    return {"type": "function", "function": {"name": name}}


def allowed(mode, *names):
    subset = {"mode": mode, "tools": [named(name) for name in names]}
    return {"type": "allowed_tools", "allowed_tools": subset}


def request(**more):
    return {"model": "m", "messages": [], **more}


def answer(*names, finish="stop", complete=True):
    calls = tuple(Call(f"call_{name}", name, "{}") for name in names)
    return Answer((Choice(Message("assistant", calls=calls), 0, finish),), complete=complete)


@pytest.mark.parametrize(
    ("choice", "names", "note"),
    [
        ("auto", [], None),
        ("auto", ["f"], None),
        ("none", [], None),
        ("none", ["f"], RULED_OUT),
        ("required", ["f"], None),
        ("required", [], NONE_WRITTEN),
        ("any", [], NONE_WRITTEN),
        (named("f"), ["f"], None),
        (named("f"), ["f", "f"], None),
        (named("f"), [], NO_F),
        (named("f"), ["g"], ONLY_F),
        (named("f"), ["f", "g"], ONLY_F),
        ({"type": "custom", "custom": {"name": "f"}}, ["g"], ONLY_F),
        (allowed("auto", "f", "h"), [], None),
        (allowed("auto", "f", "h"), ["h", "f"], None),
        (allowed("auto", "f"), ["g"], ONLY_F),
        (allowed("required", "f"), ["f"], None),
        (allowed("required", "f"), [], NO_F),
        (allowed("required", "f"), ["g"], ONLY_F),
    ],
)
def test_a_choice_that_was_not_honoured_is_told(choice, names, note):
    assert note_on_tool_choice(request(tool_choice=choice), answer(*names)) == note


def test_without_a_choice_there_is_nothing_to_tell():
    assert note_on_tool_choice(request(), answer("f")) is None


@pytest.mark.parametrize("finish", ["length", "content_filter"])
def test_an_answer_cut_short_may_have_been_about_to_call(finish):
    assert note_on_tool_choice(request(tool_choice="required"), answer(finish=finish)) is None


def test_an_answer_that_was_stopped_may_have_been_about_to_call():
    reply = answer(complete=False)

    assert note_on_tool_choice(request(tool_choice="required"), reply) is None


def test_a_reply_without_choices_is_not_judged():
    assert note_on_tool_choice(request(tool_choice="required"), Answer(complete=True)) is None


@pytest.mark.parametrize("choice", [3, ["f"], {}, {"function": 1}, {"allowed_tools": {"mode": []}}])
def test_a_choice_of_no_known_form_is_not_judged(choice):
    assert note_on_tool_choice(request(tool_choice=choice), answer()) is None


@pytest.mark.parametrize(
    ("setting", "names", "note"),
    [
        ({"parallel_tool_calls": False}, ["f", "g"], SEVERAL),
        ({"parallel_tool_calls": False}, ["f"], None),
        ({"parallel_tool_calls": True}, ["f", "g"], None),
        ({}, ["f", "g"], None),
    ],
)
def test_several_calls_where_one_was_allowed_are_told(setting, names, note):
    assert note_on_parallel_calls(request(**setting), answer(*names)) == note


STOPPED_CALL = Answer(
    choices=(Choice(Message(role="assistant", calls=(Call("1", "f", "{}"),)), 0, "stop"),),
    notes=("The gateway gave the finish reason 'stop' although it wrote calls.",),
    complete=True,
)


def test_a_call_of_the_one_function_that_was_named_may_end_with_stop():
    assert with_step_notes({"tool_choice": named("f")}, STOPPED_CALL).notes == ()


@pytest.mark.parametrize("choice", [None, "auto", "required"])
def test_any_other_call_that_ends_with_stop_is_odd(choice):
    assert with_step_notes({"tool_choice": choice}, STOPPED_CALL).notes == STOPPED_CALL.notes
