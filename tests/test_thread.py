"""The thread checker: what gateways refuse in a conversation is named, and one click mends it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, ImagePart, Message, TextPart
from switchboard.settings import Profile
from switchboard.thread import all_repaired, check_thread, repaired

STANDARD = Profile()
ALTERNATING = Profile(role_order="alternating")
TOOL = {"type": "function", "function": {"name": "f"}}


def thread(*messages: Message, toolset: str = "written") -> Conversation:
    entries = (Entry(message, f"e{index}") for index, message in enumerate(messages))
    return Conversation(entries=tuple(entries), toolset=toolset)


def user(text="Hi"):
    return Message("user", text)


def says(text="Hello"):
    return Message("assistant", text)


def calls(*ids, name="f", arguments="{}"):
    return Message("assistant", calls=tuple(Call(one, name, arguments) for one in ids))


def result(call_id, text="{}"):
    return Message("tool", text, call_id=call_id)


def found(conversation, profile=STANDARD, **more):
    return [(p.kind, p.entry_id, p.place) for p in check_thread(conversation, profile, **more)]


def outline(conversation):
    """Roles with the ids they bear: ``assistant a b``, ``tool a``."""
    return [
        " ".join([m.role, *(call.id for call in m.calls), *([m.call_id] if m.call_id else [])])
        for m in conversation.messages
    ]


CLEAN = thread(
    Message("system", "Be brief."),
    user(),
    calls("a", "b"),
    result("b"),
    result("a"),
    says(),
    user(),
    says(),
)


def test_a_thread_in_order_has_no_problems():
    assert check_thread(CLEAN, STANDARD) == ()
    assert check_thread(CLEAN, ALTERNATING) == ()
    assert check_thread(Conversation(), ALTERNATING, is_sent=True) == ()


def test_calls_that_a_person_is_about_to_answer_are_no_problem():
    conversation = thread(user(), calls("a", "b"), result("a"))

    assert found(conversation) == []


def test_a_sent_thread_may_not_leave_a_call_without_a_result():
    conversation = thread(user(), calls("a", "b"), result("a"))

    assert found(conversation, is_sent=True) == [("unanswered call", "e1", 1)]


def test_a_pending_call_does_not_excuse_an_equal_one_of_before():
    conversation = thread(user(), calls("a"), user(), calls("a"))

    assert ("unanswered call", "e1", 0) in found(conversation)


CASES = [
    pytest.param(
        thread(user(), calls("a", "b"), result("a"), user()),
        [("unanswered call", "e1", 1)],
        ["user", "assistant a b", "tool a", "tool b", "user"],
        id="a call that was talked past",
    ),
    pytest.param(
        thread(user(), result("x"), user()),
        [("unknown id", "e1", 0)],
        ["user", "user"],
        id="a result of no call",
    ),
    pytest.param(
        thread(user(), calls("a"), result("x"), user()),
        [("unknown id", "e2", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result with a mistyped id",
    ),
    pytest.param(
        thread(user(), calls("a"), result(None), user()),
        [("result without id", "e2", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result without an id",
    ),
    pytest.param(
        thread(result("")),
        [("result without id", "e0", 0)],
        [],
        id="a result with an empty id, and no call",
    ),
    pytest.param(
        thread(user(), calls("a"), result("a"), result("a"), user()),
        [("second result", "e3", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="two results for one call",
    ),
    pytest.param(
        thread(user(), result("a"), calls("a"), user()),
        [("result apart", "e1", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result before its call",
    ),
    pytest.param(
        thread(user(), calls("a", "b"), result("b"), user(), result("a")),
        [("result apart", "e4", 0)],
        ["user", "assistant a b", "tool b", "tool a", "user"],
        id="a result after the next message",
    ),
    pytest.param(
        thread(user(), calls("a", "a"), result("a"), result("a"), user()),
        [("same id twice", "e1", 1)],
        ["user", "assistant a a-2", "tool a", "tool a-2", "user"],
        id="two calls of one answer with one id",
    ),
    pytest.param(
        thread(user(), calls(""), result(""), user()),
        [("call without id", "e1", 0), ("result without id", "e2", 0)],
        ["user", "assistant call-2", "tool call-2", "user"],
        id="a call without an id",
    ),
    pytest.param(
        thread(user(), calls("a"), result("a"), user(), calls("a"), result("a"), user()),
        [("id of before", "e4", 0)],
        ["user", "assistant a", "tool a", "user", "assistant a-2", "tool a-2", "user"],
        id="an id of an earlier answer",
    ),
    pytest.param(
        thread(user(), says(""), user()),
        [("empty answer", "e1", 0)],
        ["user", "user"],
        id="an answer with nothing in it",
    ),
]


@pytest.mark.parametrize(("conversation", "problems", "mended"), CASES)
def test_each_disorder_is_named_and_mended(conversation, problems, mended):
    assert found(conversation) == problems
    assert outline(all_repaired(conversation, STANDARD)) == mended
    assert found(all_repaired(conversation, STANDARD)) == []


ORDERS = [
    pytest.param(
        thread(user(), Message("system", "S"), says()),
        ("late system message", "e1", False),
        ["system", "user", "assistant"],
        id="a system message in the middle",
    ),
    pytest.param(
        thread(Message("system", "1"), user(), Message("developer", "2")),
        ("late system message", "e2", False),
        ["system", "developer", "user"],
        id="a developer message after a system message that stands first",
    ),
    pytest.param(
        thread(user(), user()),
        ("same role twice", "e1", False),
        ["user"],
        id="two user messages",
    ),
    pytest.param(
        thread(user(), says(), calls("a"), result("a")),
        ("same role twice", "e2", False),
        ["user", "assistant a", "tool a"],
        id="two assistant messages",
    ),
    pytest.param(
        thread(user(), calls("a"), result("a"), user()),
        ("user after result", "e3", False),
        ["user", "assistant a", "tool a", "assistant", "user"],
        id="a user message behind a result",
    ),
]


@pytest.mark.parametrize(("conversation", "problem", "mended"), ORDERS)
def test_a_profile_of_alternating_roles_is_stricter(conversation, problem, mended):
    (one,) = check_thread(conversation, ALTERNATING)

    assert (one.kind, one.entry_id, one.blocks) == problem
    assert outline(repaired(conversation, one)) == mended
    assert check_thread(conversation, STANDARD) == ()


def test_merged_messages_keep_text_and_images():
    image = ImagePart("data:image/png;base64,AA==")
    conversation = thread(user("one"), Message("user", (image, TextPart("two"))))

    (message,) = all_repaired(conversation, ALTERNATING).messages

    assert message.content == (TextPart("one"), image, TextPart("two"))


def test_a_sent_thread_needs_something_to_answer():
    conversation = thread(user(), says())

    (problem,) = check_thread(conversation, STANDARD, is_sent=True)

    assert problem.kind == "nothing to answer"
    assert outline(repaired(conversation, problem)) == ["user"]


@pytest.mark.parametrize(
    ("arguments", "mended"),
    [
        pytest.param('{"a": ', '{"INVALID_JSON": "{\\"a\\": "}', id="cut"),
        pytest.param("[1]", '{"INVALID_JSON": "[1]"}', id="a list"),
        pytest.param("", "{}", id="nothing"),
        pytest.param('{"a": NaN}', '{"INVALID_JSON": "{\\"a\\": NaN}"}', id="a word of Python's"),
    ],
)
def test_broken_arguments_are_a_warning_and_can_be_quoted(arguments, mended):
    conversation = thread(user(), calls("a", arguments=arguments), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.blocks) == ("broken arguments", False)
    assert repaired(conversation, problem).messages[1].calls[0].arguments == mended


def test_a_number_of_any_length_is_no_broken_argument():
    long = f'{{"a": {"9" * 5000}}}'

    assert check_thread(thread(user(), calls("a", arguments=long), result("a")), STANDARD) == ()


def test_a_custom_tool_may_be_called_with_any_text():
    free = Call("a", "f", "SELECT 1", extra={"type": "custom"})
    conversation = thread(user(), Message("assistant", calls=(free,)), result("a"))

    assert check_thread(conversation, STANDARD) == ()


@pytest.mark.parametrize(
    ("name", "mended"),
    [("get.weather now", "get_weather_now"), ("a" * 65, "a" * 64)],
)
def test_a_calls_name_that_breaks_the_rule_is_mended(name, mended):
    conversation = thread(user(), calls("a", name=name), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.blocks) == ("call name", False)
    assert repaired(conversation, problem).messages[1].calls[0].name == mended


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "A call without a name: a name is made of letters, digits, _ and -, at most 64."),
        ("天气", "A call of `天气`: a name is made of letters, digits, _ and -, at most 64."),
    ],
)
def test_a_call_of_nothing_that_can_be_a_name_is_taken_for_the_only_tools(name, told):
    conversation = thread(user(), calls("a", name=name), result("a"))

    (problem,) = check_thread(conversation, STANDARD, tools=[TOOL])

    assert problem.says == f"{told} Some gateways refuse it."
    assert problem.repair.label == "Make it a call of `f`"
    assert repaired(conversation, problem).messages[1].calls[0].name == "f"


@pytest.mark.parametrize("tools", [(), (TOOL, {"type": "function", "function": {"name": "g"}})])
def test_a_call_without_a_name_that_may_be_any_tools_can_be_removed(tools):
    named, nameless = Call("a", "f", "{}"), Call("b", "", "{}")
    answer = Message("assistant", calls=(named, nameless))
    conversation = thread(user(), answer, result("a"), result("b"))

    (problem,) = check_thread(conversation, STANDARD, tools=tools)

    assert problem.repair.label == "Remove the call"
    assert outline(repaired(conversation, problem)) == ["user", "assistant a", "tool a"]


def test_an_answer_that_was_nothing_but_a_call_without_a_name_goes_with_it():
    conversation = thread(user(), calls("a", name=""), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert outline(repaired(conversation, problem)) == ["user"]


def test_no_tool_is_defined_for_a_call_without_a_name():
    conversation = thread(user(), calls("a", name=""), result("a"), toolset="")

    assert [kind for kind, *_ in found(conversation)] == ["call name"]


@pytest.mark.parametrize(("name", "mended"), [("Ada Lovelace", "Ada_Lovelace"), ("李", None)])
def test_a_messages_name_that_breaks_the_rule_is_mended_or_goes(name, mended):
    conversation = thread(Message("user", "Hi", name=name))

    (problem,) = check_thread(conversation, STANDARD)

    assert problem.kind == "message name"
    assert repaired(conversation, problem).messages[0].name == mended


def test_calls_with_an_empty_toolset_are_told_and_the_tools_defined():
    conversation = thread(user(), calls("a", "b"), result("a"), result("b"), toolset=" [] ")

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.entry_id) == ("undefined", "e1")
    assert json.loads(repaired(conversation, problem).toolset) == [TOOL]
    assert check_thread(conversation, STANDARD, tools=[TOOL]) == ()


def test_what_blocks_is_told_first():
    conversation = thread(Message("user", "Hi", name="a b"), result("x"))

    assert [problem.blocks for problem in check_thread(conversation, STANDARD)] == [True, False]


def test_no_two_problems_have_one_key():
    conversation = thread(calls("a", "a", ""), calls("a", arguments="x"), result("q"), user())
    keys = [problem.key for problem in check_thread(conversation, ALTERNATING)]

    assert len(keys) == len(set(keys)) > 4


def test_a_result_that_is_moved_keeps_its_words():
    conversation = thread(result("a", "rain"), calls("a"))

    assert all_repaired(conversation, STANDARD).messages[1].text == "rain"


IDS = st.sampled_from(["a", "b", "a-2", "", None])
MESSAGES = st.one_of(
    st.sampled_from(["user", "system", "developer"]).map(lambda role: Message(role, "x")),
    st.builds(
        lambda ids, text, name: Message(
            "assistant", text, calls=tuple(Call(one or "", name, "{}") for one in ids)
        ),
        st.lists(IDS, max_size=3),
        st.sampled_from([None, "", "x"]),
        st.sampled_from(["f", "f g"]),
    ),
    st.builds(lambda call_id: Message("tool", "r", call_id=call_id), IDS),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MESSAGES, max_size=8), st.sampled_from([STANDARD, ALTERNATING]))
def test_any_thread_can_be_repaired(messages, profile):
    conversation = all_repaired(thread(*messages), profile)

    assert check_thread(conversation, profile) == ()
