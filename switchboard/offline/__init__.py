"""The embedded gateway: a real HTTP server that answers without a language model.

An independent program: it shares the wire's types with the rest and nothing else, so that it
can't agree with the client's mistakes.
"""

from switchboard.offline.server import OfflineGateway

__all__ = ["OfflineGateway"]
