"""A request that is refused: the status and the error envelope of OpenAI's reference."""

from switchboard.wire import JsonObject


class Refusal(Exception):
    """What is wrong with a request, in the words and with the status of the reference."""

    def __init__(
        self,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        status: int = 400,
        kind: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code
        self.status = status
        self.kind = kind

    @property
    def body(self) -> JsonObject:
        """The envelope; all four keys are always there (``Error`` in the OpenAPI description)."""
        return {
            "error": {
                "message": self.message,
                "type": self.kind,
                "param": self.param,
                "code": self.code,
            }
        }
