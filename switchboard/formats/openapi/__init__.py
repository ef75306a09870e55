"""OpenAPI 3 and Swagger 2 documents as tools: choose operations, get canonical tools.

References are followed inside the document only; nothing is fetched and nothing is run.
"""

from switchboard.formats.openapi.document import OpenApi, read_openapi
from switchboard.formats.openapi.http_request import HttpRequest, http_request_of
from switchboard.formats.openapi.listing import Operation
from switchboard.formats.openapi.recognition import is_openapi

__all__ = [
    "HttpRequest",
    "OpenApi",
    "Operation",
    "http_request_of",
    "is_openapi",
    "read_openapi",
]
