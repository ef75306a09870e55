"""The thread checker, where roles must take turns or the last word must be a person's."""

import pytest
from threads import ALTERNATING, STANDARD, calls, outline, result, says, thread, user

from switchboard.messages import ImagePart, Message, TextPart
from switchboard.thread import all_repaired, check_thread, repaired

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


def test_merged_messages_keep_the_reasoning_and_the_refusal_of_both():
    first = Message("assistant", "a", reasoning="one", extra={"reasoning_content": "one", "id": 1})
    second = Message(
        "assistant", "b", reasoning="two", refusal="no", extra={"reasoning_content": "two"}
    )
    conversation = thread(user("q"), first, second)

    (_, message) = all_repaired(conversation, ALTERNATING).messages

    assert message.reasoning == "one\n\ntwo"
    assert message.refusal == "no"
    assert message.extra == {"reasoning_content": "one\n\ntwo", "id": 1}


def test_a_sent_thread_needs_something_to_answer():
    conversation = thread(user(), says())

    (problem,) = check_thread(conversation, STANDARD, is_sent=True)

    assert problem.kind == "nothing to answer"
    assert outline(repaired(conversation, problem)) == ["user"]
