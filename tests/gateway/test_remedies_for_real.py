"""Against a gateway that really refuses: send, mend, send again, remember."""

from datetime import UTC, datetime

import pytest

from switchboard.conversations import Conversation, Entry
from switchboard.gateway import (
    Gateway,
    StopSignal,
    Transport,
    apply_remedy,
    profile_for,
    remedy_for,
)
from switchboard.gateway.profiles.learnt import with_learnt
from switchboard.messages import Message
from switchboard.offline import OfflineGateway
from switchboard.payload import build_request
from switchboard.settings import Profile, Settings
from switchboard.turns import run_step

# A profile that knows nothing of the model, as of a gateway nobody has met.
IGNORANT = Profile(reasoning_efforts=("minimal",))
TOOL = {"type": "function", "function": {"name": "get_time", "parameters": {"type": "object"}}}


@pytest.fixture(scope="module")
def offline():
    gateway = OfflineGateway.start(pace_ms=0)
    yield gateway
    gateway.stop()


def conversation_with(model, **settings):
    return Conversation(
        model=model, entries=(Entry(Message("user", "Hi")),), settings=Settings(**settings)
    )


def asked(request, offline):
    transport = Transport(Gateway("Offline", offline.base_url))
    *_, ended = run_step(request, transport=transport, stop=StopSignal())
    return ended


def mended(request, offline):
    """The remedies, in the order they were needed until the gateway answered."""
    remedies = []
    for _ in range(10):
        ended = asked(request, offline)
        if ended.fault is None:
            assert ended.answer.complete
            return remedies
        remedies.append(remedy_for(ended.fault, request))
        request = apply_remedy(request, remedies[-1])
    raise AssertionError(remedies)


@pytest.mark.parametrize(
    ("model", "settings", "fields"),
    [
        ("offline-reasoner", {"max_tokens": 500}, {"max_tokens"}),
        ("offline-chat", {"reasoning_effort": "minimal"}, {"reasoning_effort"}),
        (
            "offline-reasoner",
            {
                "max_tokens": 500,
                "temperature": 0.5,
                "top_p": 0.5,
                "presence_penalty": 1.0,
                "frequency_penalty": 1.0,
                "logprobs": True,
                "top_logprobs": 2,
                "logit_bias": {"1": 1},
                "reasoning_effort": "minimal",
                "parallel_tool_calls": False,
            },
            {
                *("max_tokens", "temperature", "top_p", "presence_penalty", "frequency_penalty"),
                *("logprobs", "logit_bias", "reasoning_effort", "parallel_tool_calls"),
            },
        ),
    ],
)
def test_a_refused_request_is_mended_field_by_field_and_the_next_one_is_right_at_once(
    offline, model, settings, fields
):
    conversation = conversation_with(model, **settings)
    request = build_request(conversation, [TOOL], profile=IGNORANT)

    remedies = mended(request, offline)

    assert {remedy.field for remedy in remedies} == fields
    learnt = tuple(remedy.learnt(model, datetime.now(UTC)) for remedy in remedies)
    taught = build_request(conversation, [TOOL], profile=with_learnt(IGNORANT, learnt))
    assert asked(taught, offline).fault is None


@pytest.mark.parametrize("model", ["offline-chat", "offline-reasoner"])
def test_what_the_table_says_of_the_embedded_gateway_is_so(offline, model):
    conversation = conversation_with(
        model,
        max_tokens=500,
        temperature=0.5,
        logprobs=True,
        logit_bias={"1": 1},
        reasoning_effort="low",
        parallel_tool_calls=False,
        seed=1,
        stop=("@@",),
    )
    profile = profile_for(offline.base_url, model)

    assert asked(build_request(conversation, [TOOL], profile=profile), offline).fault is None
