"""Conversations as rows, each with a revision so that no tab overwrites another's work."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, func, select

from switchboard.conversations import Conversation, conversation_summary
from switchboard.documents import from_document
from switchboard.errors import ConversationChanged
from switchboard.store.tables import CONVERSATIONS
from switchboard.store.texts import json_object, json_text, plain
from switchboard.summaries import ConversationSummary
from switchboard.wire import JsonObject

_C = CONVERSATIONS.c


@dataclass(frozen=True, slots=True)
class SavedConversation:
    """A conversation as it was last saved."""

    document: JsonObject
    revision: int
    """Counts the saves, from 1."""

    updated_at: datetime
    """UTC, aware."""


def write_conversation(
    connection: Connection, conversation_id: str, document: JsonObject, *, revision: int
) -> int:
    """Saves over ``revision`` (0: there is none yet) and gives the new revision.

    Raises ``ConversationChanged`` when the stored one is not the one that was last seen.
    """
    row = {
        "revision": revision + 1,
        "updated_at": datetime.now(UTC),
        "root": plain(_root(document) or conversation_id),
        "document": json_text(document),
    }
    if revision == 0:
        _insert(connection, conversation_id, row)
    else:
        _update(connection, conversation_id, row, seen=revision)
    return revision + 1


def read_conversation(connection: Connection, conversation_id: str) -> SavedConversation | None:
    """The conversation with this id."""
    chosen = select(CONVERSATIONS).where(_C.id == conversation_id)
    row = connection.execute(chosen).mappings().first()
    if row is None:
        return None
    return SavedConversation(json_object(row["document"]), row["revision"], row["updated_at"])


def read_branches(connection: Connection, root: str) -> tuple[ConversationSummary, ...]:
    """The conversation that is the root, and all that left it or one of those, by their time."""
    chosen = select(CONVERSATIONS).where(_C.root == plain(root)).order_by(_C.updated_at, _C.id)
    return tuple(_summary(row) for row in connection.execute(chosen).mappings())


def count_branches(connection: Connection, root: str) -> int:
    """How many ``read_branches`` would give."""
    counted = select(func.count()).select_from(CONVERSATIONS).where(_C.root == plain(root))
    return connection.execute(counted).scalar_one()


def _summary(row: RowMapping) -> ConversationSummary:
    conversation = from_document(Conversation, json_object(row["document"]))
    return conversation_summary(conversation, row["updated_at"])


def _root(document: JsonObject) -> str | None:
    branch = document.get("branch")
    root = branch.get("root") if isinstance(branch, dict) else None
    return root if isinstance(root, str) else None


def _insert(connection: Connection, conversation_id: str, row: dict[str, object]) -> None:
    if connection.execute(select(_C.id).where(_C.id == conversation_id)).scalar() is not None:
        raise _changed()
    connection.execute(CONVERSATIONS.insert().values(id=conversation_id, **row))


def _update(
    connection: Connection, conversation_id: str, row: dict[str, object], *, seen: int
) -> None:
    change = CONVERSATIONS.update().where(_C.id == conversation_id, _C.revision == seen)
    if connection.execute(change.values(row)).rowcount == 0:
        raise _changed()


def _changed() -> ConversationChanged:
    return ConversationChanged(
        "This conversation was changed or deleted in another tab.",
        advice="Reload the page to see it as it is now.",
    )
