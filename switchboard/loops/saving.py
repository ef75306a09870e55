"""A conversation kept while a loop changes it, whoever else has changed it meanwhile."""

from dataclasses import dataclass

from switchboard.conversations import Conversation
from switchboard.documents import from_document, to_document
from switchboard.errors import ConversationChanged, StoreError
from switchboard.loops.merging import with_turn_of
from switchboard.store import Store

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation as it was saved."""

    conversation: Conversation
    revision: int


class Keeper:
    """Saves one conversation, and knows how it was saved last."""

    def __init__(self, store: Store, conversation: Conversation, *, revision: int) -> None:
        self._store = store
        self.kept = Kept(conversation, revision)
        self.error: StoreError | None = None
        """Why the latest state could not be kept; the loop goes on all the same."""

    def begin(self, conversation: Conversation) -> None:
        """Keeps it if nobody has changed it since it was seen.

        Raises ``StoreError``, and ``ConversationChanged`` where somebody has.
        """
        self._write(conversation)

    def save(self, conversation: Conversation) -> Conversation:
        """Keeps it; the conversation as it is kept, with what others have changed around the turn.

        Raises nothing of the world's: what went wrong is in ``error``.
        """
        try:
            conversation = self._saved(conversation)
            self.error = None
        except StoreError as error:
            self.error = error
        return conversation

    def _saved(self, conversation: Conversation) -> Conversation:
        for _ in range(_TRIES - 1):
            try:
                self._write(conversation)
            except ConversationChanged:
                conversation = self._reconciled(conversation)
            else:
                return conversation
        self._write(conversation)
        return conversation

    def _write(self, conversation: Conversation) -> None:
        revision = self._store.save_conversation(
            conversation.id, to_document(conversation), revision=self.kept.revision
        )
        self.kept = Kept(conversation, revision)

    def _reconciled(self, conversation: Conversation) -> Conversation:
        """With what the store has around the turn. Raises ``ConversationChanged`` where the
        messages themselves are others now: nothing of them is written over."""
        saved = self._store.conversation(conversation.id)
        if saved is None:  # Deleted meanwhile: it is kept anew.
            self.kept = Kept(self.kept.conversation, 0)
            return conversation
        theirs = from_document(Conversation, saved.document)
        own = self.kept.conversation.entries
        if [entry.id for entry in theirs.entries] != [entry.id for entry in own]:
            raise ConversationChanged(
                "Another tab changed the messages of this conversation while its turn went on.",
                advice="What the turn brought is in Runs.",
            )
        self.kept = Kept(self.kept.conversation, saved.revision)
        return with_turn_of(theirs, conversation)
