"""A conversation kept while a loop changes it, whoever else has changed it meanwhile."""

from switchboard.conversations import Conversation
from switchboard.documents import from_document, to_document
from switchboard.errors import ConversationChanged, StoreError
from switchboard.loops.merging import with_turn_of
from switchboard.store import Store

_TRIES = 5


class Keeper:
    """Saves one conversation; knows the revision that it saved last."""

    def __init__(self, store: Store, revision: int) -> None:
        self._store = store
        self.revision = revision
        self.error: StoreError | None = None
        """Why it could not be kept; the loop goes on all the same."""

    def save(self, conversation: Conversation) -> Conversation:
        """Keeps it; the conversation as it is kept, with what others have changed around the turn.

        Raises nothing: what went wrong is in ``error``.
        """
        for _ in range(_TRIES):
            try:
                self.revision = self._store.save_conversation(
                    conversation.id, to_document(conversation), revision=self.revision
                )
            except ConversationChanged:
                conversation = self._reconciled(conversation)
            except StoreError as error:
                self.error = error
                break
            else:
                break
        return conversation

    def _reconciled(self, conversation: Conversation) -> Conversation:
        saved = self._store.conversation(conversation.id)
        if saved is None:  # Deleted meanwhile: it is kept anew.
            self.revision = 0
            return conversation
        self.revision = saved.revision
        return with_turn_of(from_document(Conversation, saved.document), conversation)
