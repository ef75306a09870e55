"""Read by Alembic: runs the migrations on the connection ``migrate`` hands over."""

from alembic import context

from switchboard.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
