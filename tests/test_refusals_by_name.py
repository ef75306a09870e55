"""The offline gateway refuses a field by name, and what the refusal says is enough to mend it."""

import pytest

from switchboard.gateway import Gateway, StopSignal, Transport
from switchboard.gateway.remedies import apply_remedy, remedy_for
from switchboard.offline import OfflineGateway
from switchboard.offline.faults.picking import REFUSED
from switchboard.runs import StepStatus
from switchboard.turns import Ended, run_step

TOOL = {
    "name": "get_time",
    "parameters": {
        "type": "object",
        "properties": {},
        "required": [],
        "additionalProperties": False,
    },
}
STRICT = {"type": "function", "function": {**TOOL, "strict": True}}
HELLO = {"role": "user", "content": "hello"}

SENT = {
    "temperature": {"temperature": 0.5},
    "max_tokens": {"max_tokens": 200},
    "parallel_tool_calls": {"tools": [STRICT], "parallel_tool_calls": False},
    "stream_options": {"stream": True, "stream_options": {"include_usage": True}},
    "strict": {"tools": [STRICT]},
    "developer": {"messages": [{"role": "developer", "content": "Be brief."}, HELLO]},
}


@pytest.fixture(scope="module")
def offline():
    gateway = OfflineGateway.start(pace_ms=0)
    yield gateway
    gateway.stop()


@pytest.fixture
def send(offline):
    def ended(request) -> Ended:
        gateway = Gateway("Offline", offline.base_url, max_retries=0)
        *_, last = run_step(request, transport=Transport(gateway), stop=StopSignal())
        return last

    return ended


def test_each_field_that_can_be_refused_is_tried():
    assert set(SENT) == set(REFUSED)


@pytest.mark.parametrize("field", REFUSED)
def test_the_request_that_the_remedy_makes_is_answered(send, field):
    request = {"model": f"offline-flaky:refuse-{field}", "messages": [HELLO], **SENT[field]}

    refused = send(request)

    assert refused.status is StepStatus.FAILED
    assert refused.fault.status in (400, 422)
    remedy = remedy_for(refused.fault, request)
    assert send(apply_remedy(request, remedy)).status is StepStatus.FINISHED


@pytest.mark.parametrize("field", REFUSED)
def test_a_request_without_the_field_is_answered(send, field):
    request = {"model": f"offline-flaky:refuse-{field}", "messages": [HELLO]}

    assert send(request).status is StepStatus.FINISHED
