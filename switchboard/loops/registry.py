"""Every loop of this process, so that whoever comes back finds the turn that goes on."""

import threading

from switchboard.conversations import Conversation
from switchboard.desk import Desk
from switchboard.errors import ConversationChanged
from switchboard.jobs import Jobs
from switchboard.loops.asking import Asking
from switchboard.loops.loop import Loop
from switchboard.loops.saving import Keeper
from switchboard.store import Store


class Loops:
    """Every loop that runs, by conversation."""

    def __init__(self, jobs: Jobs, store: Store) -> None:
        self._desk = Desk(jobs)
        self._store = store
        self._loops: dict[str, Loop] = {}
        self._lock = threading.Lock()

    def start(
        self,
        conversation: Conversation,
        asking: Asking,
        *,
        revision: int,
        only: frozenset[str] = frozenset(),
    ) -> Loop:
        """Lets the turn go on by itself: with its pending calls, else with the next request.

        ``revision``: of the conversation as it was last saved. ``only``: the calls to answer for a
        person to look at; nothing is sent then. Raises ``StoreError``, and of these
        ``ConversationChanged`` where somebody has saved it since, or it goes on already.
        """
        keeper = Keeper(self._store, conversation, revision=revision)
        loop = Loop(conversation, asking, desk=self._desk, keeper=keeper, only=only)
        self._register(conversation.id, loop)
        try:
            loop.start(asks=not conversation.pending_calls)
        except BaseException:
            self._forget(conversation.id)
            raise
        return loop

    def find(self, conversation_id: str) -> Loop | None:
        """The loop of a conversation, while it runs."""
        with self._lock:
            loop = self._loops.get(conversation_id)
        return loop if loop and loop.is_running else None

    def stop_all(self, *, timeout_s: float = 5) -> None:
        """Stops whatever runs and waits until it is saved."""
        with self._lock:
            loops = list(self._loops.values())
        for loop in loops:
            loop.stop()
        for loop in loops:
            loop.wait(timeout_s)

    def _register(self, conversation_id: str, loop: Loop) -> None:
        with self._lock:
            self._loops = {key: one for key, one in self._loops.items() if one.is_running}
            if conversation_id in self._loops:
                raise ConversationChanged("This conversation's turn goes on already.")
            self._loops[conversation_id] = loop

    def _forget(self, conversation_id: str) -> None:
        with self._lock:
            self._loops.pop(conversation_id, None)
