"""In which conversation each conversation began."""

import sqlalchemy as sa
from alembic import op

revision = "v0004"
down_revision = "v0003"


def upgrade() -> None:
    """Adds the root. Conversations of before have left none, so each is its own."""
    op.add_column("conversations", sa.Column("root", sa.String, nullable=False, server_default=""))
    op.execute("UPDATE conversations SET root = id")
    op.create_index("conversations_by_root", "conversations", ["root"])
