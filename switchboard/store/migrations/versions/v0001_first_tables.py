"""Runs, steps, the bytes received, and conversations."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None


def upgrade() -> None:
    """Makes the first tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "runs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("conversation_id", sa.String, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("started_at", moment, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("runs_by_time", "runs", ["started_at"])
    op.create_table(
        "steps",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column(
            "run_id", sa.String, sa.ForeignKey("runs.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("started_at", moment, nullable=False),
        sa.Column("gateway", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("finish_reason", sa.Text),
        sa.Column("input_tokens", sa.BigInteger),
        sa.Column("output_tokens", sa.BigInteger),
        sa.Column("cached_tokens", sa.BigInteger),
        sa.Column("reasoning_tokens", sa.BigInteger),
        sa.Column("total_tokens", sa.BigInteger),
        sa.Column("first_token_ms", sa.Double),
        sa.Column("total_ms", sa.Double),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("steps_by_time", "steps", ["started_at"])
    op.create_index("steps_by_model", "steps", ["model", "started_at"])
    op.create_index("steps_by_gateway", "steps", ["gateway"])
    op.create_index("steps_by_run", "steps", ["run_id"])
    op.create_index("steps_by_status", "steps", ["status"])
    op.create_table(
        "requests",
        sa.Column(
            "step_id",
            sa.String,
            sa.ForeignKey("steps.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_table(
        "received",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column(
            "step_id", sa.String, sa.ForeignKey("steps.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("piece", sa.LargeBinary, nullable=False),
    )
    op.create_index("received_by_step", "received", ["step_id"])
    op.create_table(
        "conversations",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
