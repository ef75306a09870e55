"""The store: runs and conversations in SQL. The only door to SQLAlchemy."""

from switchboard.store.conversations import SavedConversation
from switchboard.store.store import Store

__all__ = ["SavedConversation", "Store"]
