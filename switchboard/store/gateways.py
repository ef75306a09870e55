"""Gateways as a person has set them up, one row each. A record has no place for a key."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from switchboard.documents import from_document, to_document
from switchboard.gateway_records import GatewayRecord
from switchboard.store.tables import GATEWAYS
from switchboard.store.texts import json_object, json_text

_C = GATEWAYS.c


def read_gateways(connection: Connection) -> tuple[GatewayRecord, ...]:
    """Every record, by address."""
    chosen = select(_C.document).order_by(_C.base_url)
    return tuple(_record(text) for text in connection.execute(chosen).scalars())


def read_gateway(connection: Connection, base_url: str) -> GatewayRecord | None:
    """The record of this address."""
    text = connection.execute(select(_C.document).where(_C.base_url == base_url)).scalar()
    return None if text is None else _record(text)


def write_gateway(connection: Connection, record: GatewayRecord) -> None:
    """Keeps the record in the place of an older one."""
    row = {"updated_at": datetime.now(UTC), "document": json_text(to_document(record))}
    change = GATEWAYS.update().where(_C.base_url == record.base_url).values(row)
    if connection.execute(change).rowcount == 0:
        connection.execute(GATEWAYS.insert().values(base_url=record.base_url, **row))


def delete_gateway(connection: Connection, base_url: str) -> None:
    """Deletes the record of this address, if there is one."""
    connection.execute(GATEWAYS.delete().where(_C.base_url == base_url))


def _record(text: str) -> GatewayRecord:
    return from_document(GatewayRecord, json_object(text))
