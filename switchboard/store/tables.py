"""The tables as they stand after the last migration. Change one, and write a migration too.

A new database is made from here, and no migration runs on it: one that writes rows as well would
need the same done in ``migrate``.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware and UTC outside, without a zone in SQLite, which has none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """The same moment in UTC, so that SQLite's text sorts by time."""
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """The moment, aware again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite counts rows by itself only in a column that is INTEGER, PostgreSQL's INTEGER ends at 2**31.
_COUNTER = BigInteger().with_variant(Integer(), "sqlite")

METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String, primary_key=True),
    Column("conversation_id", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),
    Index("runs_by_time", "started_at"),
)

STEPS = Table(
    "steps",
    METADATA,
    Column("id", String, primary_key=True),
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("owner", String, nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("gateway", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("finish_reason", Text),
    Column("input_tokens", BigInteger),
    Column("output_tokens", BigInteger),
    Column("cached_tokens", BigInteger),
    Column("reasoning_tokens", BigInteger),
    Column("total_tokens", BigInteger),
    Column("first_token_ms", Double),
    Column("total_ms", Double),
    Column("toolset", String, nullable=False, server_default=""),
    Column("words", Text, nullable=False),
    Column("document", Text, nullable=False),
    Index("steps_by_time", "started_at"),
    Index("steps_by_model", "model", "started_at"),
    Index("steps_by_gateway", "gateway"),
    Index("steps_by_run", "run_id"),
    Index("steps_by_status", "status"),
    Index("steps_by_toolset", "toolset"),
)

# Not by position alone: a message that was edited and run again has a smaller one than what it
# replaced, and one that was tried again has the same.
AS_SENT = (STEPS.c.started_at, STEPS.c.position)
"""The order of a run's steps."""

# Apart, because a request holds the whole conversation and its images: SQLite writes a row anew as
# a whole when one column changes, and reads past it when it counts.
REQUESTS = Table(
    "requests",
    METADATA,
    Column("step_id", ForeignKey("steps.id", ondelete="CASCADE"), primary_key=True),
    Column("document", Text, nullable=False),
)

RECEIVED = Table(
    "received",
    METADATA,
    Column("number", _COUNTER, primary_key=True, autoincrement=True),
    Column("step_id", ForeignKey("steps.id", ondelete="CASCADE"), nullable=False),
    Column("piece", LargeBinary, nullable=False),
    Index("received_by_step", "step_id"),
)

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("id", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),
    Column("root", String, nullable=False, server_default=""),
    Index("conversations_by_root", "root"),
)

GATEWAYS = Table(
    "gateways",
    METADATA,
    Column("base_url", String, primary_key=True),
    Column("updated_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),
)

# Each text once, whichever versions and steps have it.
TOOLSET_TEXTS = Table(
    "toolset_texts",
    METADATA,
    Column("hash", String, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

TOOLSETS = Table(
    "toolsets",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("deleted_at", UtcTime),
)

TOOLSET_VERSIONS = Table(
    "toolset_versions",
    METADATA,
    Column("toolset_id", ForeignKey("toolsets.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("hash", ForeignKey("toolset_texts.hash"), nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("note", Text, nullable=False),
    Index("toolset_versions_by_hash", "hash"),
)
