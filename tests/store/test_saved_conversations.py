import pytest

from switchboard.errors import ConversationChanged
from switchboard.store import Store


def test_every_save_is_a_revision(kept: Store):
    assert kept.save_conversation("a", {"n": 1}, revision=0) == 1
    assert kept.save_conversation("a", {"n": 2}, revision=1) == 2
    saved = kept.conversation("a")

    assert saved is not None
    assert (saved.document, saved.revision) == ({"n": 2}, 2)
    assert saved.updated_at.utcoffset() is not None


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_saving_over_a_revision_that_is_not_the_stored_one_is_refused(kept: Store, seen: int):
    kept.save_conversation("a", {"n": 1}, revision=0)
    kept.save_conversation("a", {"n": 2}, revision=1)

    with pytest.raises(ConversationChanged, match="another tab"):
        kept.save_conversation("a", {"n": "lost"}, revision=seen)

    saved = kept.conversation("a")
    assert saved is not None
    assert (saved.document, saved.revision) == ({"n": 2}, 2)


def test_a_conversation_that_is_gone_is_not_brought_back_by_a_tab_that_saw_it(kept: Store):
    with pytest.raises(ConversationChanged):
        kept.save_conversation("a", {}, revision=1)

    assert kept.conversation("a") is None


def test_conversations_do_not_know_each_other(kept: Store):
    kept.save_conversation("a", {"n": 1}, revision=0)
    kept.save_conversation("b", {"n": 2}, revision=0)
    kept.save_conversation("a", {"n": 3}, revision=1)
    b = kept.conversation("b")

    assert b is not None
    assert (b.document, b.revision) == ({"n": 2}, 1)
