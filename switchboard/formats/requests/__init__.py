"""Requests as people paste them: a cURL command, or the body of one. Nothing is run or sent."""

from switchboard.formats.requests.reading import read_request, read_request_tools
from switchboard.formats.requests.recognition import is_curl
from switchboard.formats.requests.values import RequestReading

__all__ = ["RequestReading", "is_curl", "read_request", "read_request_tools"]
