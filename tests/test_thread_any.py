"""The thread checker mends any thread."""

from hypothesis import given, settings
from hypothesis import strategies as st
from threads import ALTERNATING, STANDARD, thread

from switchboard.messages import Call, Message
from switchboard.thread import all_repaired, check_thread

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
