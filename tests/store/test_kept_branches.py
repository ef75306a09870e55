"""Conversations that left each other, as the store keeps them."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from switchboard.conversations import Conversation, Entry, branched
from switchboard.documents import from_document, to_document
from switchboard.messages import Call, Message
from switchboard.store import Store
from tests.store.older import back_to_v0003

PARENT = Conversation(
    id="parent",
    entries=(
        Entry(Message("user", "Weather?"), "ask"),
        Entry(Message("assistant", calls=(Call("a", "get_weather", "{}"),)), "calls"),
        Entry(Message("tool", "rain", call_id="a"), "result"),
        Entry(Message("assistant", "It rains."), "answer"),
    ),
)


def branch_of(conversation: Conversation, result: str, branch_id: str) -> Conversation:
    branch = branched(
        conversation, "calls", call_id="a", arguments=None, result=result, said=f"result {result}"
    )
    return replace(branch, id=branch_id)


def save(store: Store, conversation: Conversation, *, revision: int = 0) -> None:
    store.save_conversation(conversation.id, to_document(conversation), revision=revision)


def test_all_branches_are_found_by_where_it_all_began(kept: Store):
    first = branch_of(PARENT, "snow", "first")
    second = branch_of(first, "fog", "second")
    for one in (PARENT, first, second, Conversation(id="stranger")):
        save(kept, one)

    assert [
        (one.id, one.parent, one.at, one.said, one.title, one.ending, one.last_words)
        for one in kept.branches("parent")
    ] == [
        ("parent", None, None, "", "Weather?", "answered", "It rains."),
        ("first", "parent", "result", "result snow", "Weather?", "unanswered", ""),
        ("second", "first", "result", "result fog", "Weather?", "unanswered", ""),
    ]
    assert kept.count_branches("parent") == 3
    assert kept.count_branches("stranger") == 1


def test_a_branch_that_goes_on_leaves_its_parent_as_it_was(kept: Store):
    save(kept, PARENT)
    before = kept.conversation("parent")
    branch = branch_of(PARENT, "snow", "branch")
    save(kept, branch)

    save(kept, branch.added(Entry(Message("assistant", "It snows."))), revision=1)

    assert kept.conversation("parent") == before
    assert from_document(Conversation, before.document) == PARENT
    assert [one.last_words for one in kept.branches("parent")] == ["It rains.", "It snows."]


def test_a_parent_that_goes_on_leaves_its_branches_as_they_were(kept: Store):
    save(kept, PARENT)
    branch = branch_of(PARENT, "snow", "branch")
    save(kept, branch)

    save(kept, PARENT.without("ask"), revision=1)

    saved = kept.conversation("branch")
    assert from_document(Conversation, saved.document) == branch
    assert [one.id for one in kept.branches("parent")] == ["branch", "parent"]


def test_what_was_never_saved_has_no_branches(kept: Store):
    assert kept.branches("nobody") == ()
    assert kept.count_branches("nobody") == 0


@pytest.mark.parametrize("branch", [None, [], {}, {"root": 7}], ids=repr)
def test_a_document_that_names_no_root_is_its_own(kept: Store, branch: object):
    kept.save_conversation("a", {"branch": branch}, revision=0)

    assert kept.count_branches("a") == 1


def test_conversations_from_before_there_were_branches_are_their_own_root(database_url: str):
    store = Store.open(database_url)
    save(store, PARENT)
    save(store, Conversation(id="other"))
    before = store.conversation("parent")
    store.close()
    back_to_v0003(database_url)

    store = Store.open(database_url)

    assert store.conversation("parent") == before
    assert [one.id for one in store.branches("parent")] == ["parent"]
    save(store, branch_of(PARENT, "snow", "branch"))
    assert [one.id for one in store.branches("parent")] == ["parent", "branch"]
    store.close()


def test_a_tree_is_found_by_an_index(database_url: str):
    Store.open(database_url).close()
    engine = create_engine(database_url)
    if engine.dialect.name != "sqlite":
        pytest.skip("SQLite tells its plan in one line")
    with engine.connect() as connection:
        asked = "EXPLAIN QUERY PLAN SELECT count(*) FROM conversations WHERE root = 'a'"
        plan = connection.execute(text(asked)).one().detail
    engine.dispose()

    assert plan == "SEARCH conversations USING COVERING INDEX conversations_by_root (root=?)"
