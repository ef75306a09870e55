"""What a person has set up of gateways."""

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    """Makes the table of gateways."""
    op.create_table(
        "gateways",
        sa.Column("base_url", sa.String, primary_key=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
