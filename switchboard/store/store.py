"""The store: one object for all threads, opened once."""

from contextlib import ExitStack
from datetime import datetime

from switchboard.gateway_records import GatewayRecord
from switchboard.runs import Run, Step, StepStatus
from switchboard.store import (
    answers,
    conversations,
    gateways,
    received,
    runs,
    steps,
    summaries,
    toolset_texts,
)
from switchboard.store.engines import open_engine
from switchboard.store.failures import told_plainly
from switchboard.store.migrate import bring_up_to_date
from switchboard.store.toolset_shelf import ToolsetShelf
from switchboard.summaries import AnswerRow, ConversationSummary, RunSummary
from switchboard.wire import JsonObject


class Store(ToolsetShelf):
    """Runs, conversations, gateways and toolsets in a database.

    Any thread may call anything at any time. Every method raises ``StoreError``, and no other
    error of the database.
    """

    @classmethod
    def open(cls, url: str) -> "Store":
        """The store at an SQLAlchemy URL, its tables made or brought up to date.

        The folder of an SQLite file is made where it is missing.
        """
        store = cls(open_engine(url))
        with ExitStack() as on_failure, told_plainly(store._place):
            on_failure.callback(store.close)
            bring_up_to_date(store._engine)
            on_failure.pop_all()
        return store

    def close(self) -> None:
        """Closes every connection that is not at work."""
        self._engine.dispose()

    def begin_run(self, run: Run) -> None:
        """Keeps the run without its steps; does nothing when it is there already."""
        with self._writing() as connection:
            runs.insert_run(connection, run)

    def begin_step(self, step: Step, *, toolset: str = "") -> None:
        """Keeps a step the moment it is sent, as this process's own. Its run must be there.

        ``toolset`` is the text whose hash the step has; it is kept once, however many have it.
        """
        with self._writing() as connection:
            if toolset:
                toolset_texts.write_text(connection, toolset)
            steps.insert_step(connection, step)

    def append_received(self, step_id: str, data: bytes) -> None:
        """Keeps bytes of the reply, as they arrive, after those that came before."""
        if data:
            with self._writing() as connection:
                received.append_piece(connection, step_id, data)

    def received(self, step_id: str) -> bytes:
        """Every byte of the reply so far; empty when nothing came or the step is unknown."""
        with self._reading() as connection:
            return received.read_pieces(connection, step_id)

    def save_step(self, step: Step) -> None:
        """Keeps the step as it is now, whenever more of it is known, over what was kept before.

        Its request stays as it was sent. A step that was never begun is kept all the same.
        """
        with self._writing() as connection:
            steps.update_step(connection, step)

    def step(self, step_id: str) -> Step | None:
        """The step with this id."""
        with self._reading() as connection:
            return steps.read_step(connection, step_id)

    def abandoned_steps(self) -> tuple[Step, ...]:
        """Steps still marked as running whose process is gone, oldest first."""
        with self._reading() as connection:
            return steps.abandoned_steps(connection)

    def run(self, run_id: str) -> Run | None:
        """The run with its steps, as they were sent."""
        with self._reading() as connection:
            return runs.read_run(connection, run_id)

    def runs(
        self,
        *,
        search: str = "",
        model: str | None = None,
        gateway: str | None = None,
        status: StepStatus | None = None,
        toolset: str | None = None,
        limit: int = 50,
    ) -> tuple[RunSummary, ...]:
        """The newest runs, newest first.

        ``search`` looks in titles, questions, answers and calls; ``status`` is the last step's,
        ``toolset`` the hash of the text any step was sent with.
        """
        wanted = summaries.RunFilter(search, model, gateway, status, toolset)
        with self._reading() as connection:
            return summaries.summaries(connection, wanted, limit=limit)

    def count_runs(self, *, toolset: str) -> int:
        """How many runs were sent with the text that has this hash."""
        with self._reading() as connection:
            return summaries.count_runs(connection, summaries.RunFilter(toolset=toolset))

    def models(self) -> tuple[str, ...]:
        """Every model that was ever asked, by name."""
        with self._reading() as connection:
            return summaries.distinct(connection, "model")

    def asked_gateways(self) -> tuple[str, ...]:
        """Every gateway that was ever asked, by name."""
        with self._reading() as connection:
            return summaries.distinct(connection, "gateway")

    def delete_run(self, run_id: str) -> None:
        """Deletes the run with its steps and everything they received."""
        with self._writing() as connection:
            runs.delete_run(connection, run_id)

    def answers(
        self,
        *,
        since: datetime | None = None,
        limit: int = 100_000,
    ) -> tuple[AnswerRow, ...]:
        """One row per step started from ``since`` on, oldest first.

        When there are more than ``limit``, the newest.
        """
        with self._reading() as connection:
            return answers.answer_rows(connection, since=since, limit=limit)

    def answers_version(self, *, since: datetime | None = None) -> str:
        """Another text whenever ``answers`` would give other rows, and for another database."""
        with self._reading() as connection:
            return f"{self._place} {answers.answers_version(connection, since=since)}"

    def save_conversation(
        self, conversation_id: str, document: JsonObject, *, revision: int
    ) -> int:
        """Saves over the revision last seen (0: new) and gives the new one.

        Raises ``ConversationChanged`` when another tab has saved or deleted it since.
        """
        with self._writing() as connection:
            return conversations.write_conversation(
                connection, conversation_id, document, revision=revision
            )

    def conversation(self, conversation_id: str) -> conversations.SavedConversation | None:
        """The conversation as it was last saved."""
        with self._reading() as connection:
            return conversations.read_conversation(connection, conversation_id)

    def branches(self, root: str) -> tuple[ConversationSummary, ...]:
        """The conversation ``root`` and every branch of it and of its branches, the one that was
        changed last at the end. Their documents are read for it: ``count_branches`` is cheaper."""
        with self._reading() as connection:
            return conversations.read_branches(connection, root)

    def count_branches(self, root: str) -> int:
        """How many ``branches`` would give; 0 when none of them was ever saved."""
        with self._reading() as connection:
            return conversations.count_branches(connection, root)

    def gateways(self) -> tuple[GatewayRecord, ...]:
        """Every gateway a person has set up, by address."""
        with self._reading() as connection:
            return gateways.read_gateways(connection)

    def gateway(self, base_url: str) -> GatewayRecord | None:
        """The gateway at this address, as a person has set it up."""
        with self._reading() as connection:
            return gateways.read_gateway(connection, base_url)

    def save_gateway(self, record: GatewayRecord) -> None:
        """Keeps the record over what was kept for its address."""
        with self._writing() as connection:
            gateways.write_gateway(connection, record)

    def forget_gateway(self, base_url: str) -> None:
        """Deletes what is kept of a gateway; its runs stay."""
        with self._writing() as connection:
            gateways.delete_gateway(connection, base_url)
