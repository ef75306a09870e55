"""Toolsets with their versions, and which text each step was sent with."""

import sqlalchemy as sa
from alembic import op

revision = "v0003"
down_revision = "v0002"


def upgrade() -> None:
    """Makes the tables of toolsets. What is kept of a step that was sent before stays unknown."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "toolset_texts",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "toolsets",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("deleted_at", moment),
    )
    op.create_table(
        "toolset_versions",
        sa.Column(
            "toolset_id",
            sa.String,
            sa.ForeignKey("toolsets.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.String, sa.ForeignKey("toolset_texts.hash"), nullable=False),
        sa.Column("saved_at", moment, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_index("toolset_versions_by_hash", "toolset_versions", ["hash"])
    op.add_column("steps", sa.Column("toolset", sa.String, nullable=False, server_default=""))
    op.create_index("steps_by_toolset", "steps", ["toolset"])
