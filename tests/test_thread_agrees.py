"""The thread checker and the embedded gateway, written apart, agree on what is refused."""

from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, Message
from switchboard.offline.checking.messages import check_messages
from switchboard.offline.models import find_model
from switchboard.offline.refusals import Refusal
from switchboard.payload import build_request
from switchboard.settings import Profile
from switchboard.thread import all_repaired, check_thread

STANDARD = Profile()
OF_RESULTS = {
    "unanswered call",
    "second result",
    "result apart",
    "unknown id",
    "result without id",
}
IDS = st.sampled_from(["a", "b"])
MESSAGES = st.one_of(
    st.sampled_from(["user", "system", "developer"]).map(lambda role: Message(role, "x")),
    st.lists(IDS, max_size=2).map(
        lambda ids: Message("assistant", "x", calls=tuple(Call(one, "f", "{}") for one in ids))
    ),
    st.one_of(st.none(), IDS).map(lambda call_id: Message("tool", "r", call_id=call_id)),
)
THREADS = st.lists(MESSAGES, min_size=1, max_size=7).map(
    lambda messages: Conversation(entries=tuple(Entry(one) for one in messages), model="m")
)


def is_refused(conversation):
    body = build_request(conversation, [], profile=STANDARD)
    try:
        check_messages(body["messages"], find_model("offline-chat"))
    except Refusal:
        return True
    return False


@settings(max_examples=400, deadline=None)
@given(THREADS)
def test_what_is_refused_was_told_before_it_was_sent(conversation):
    problems = check_thread(conversation, STANDARD, is_sent=True)
    kinds = {problem.kind for problem in problems if problem.blocks}

    assert bool(kinds) >= is_refused(conversation)
    assert is_refused(conversation) >= bool(kinds & OF_RESULTS)


@settings(max_examples=200, deadline=None)
@given(THREADS)
def test_a_repaired_thread_whose_calls_are_answered_is_taken(conversation):
    mended = all_repaired(conversation, STANDARD)

    if mended.entries and not mended.pending_calls:
        assert not is_refused(mended)
