"""The embedded gateway under a check."""

import pytest
from checking import outcome_of, verdicts

from switchboard.gateway import Gateway, profile_for
from switchboard.offline import OfflineGateway
from switchboard.probes import TITLES, Plan


@pytest.fixture(scope="module")
def offline():
    gateway = OfflineGateway.start(pace_ms=0)
    yield gateway
    gateway.stop()


@pytest.mark.parametrize(
    ("model", "refused"),
    [
        ("offline-chat", set()),
        ("offline-reasoner", {"parallel", "image", "logprobs"}),
    ],
)
def test_the_embedded_gateway_does_all_that_its_models_can(offline, model, refused):
    outcome = outcome_of(Plan(Gateway("Offline", offline.base_url), model))

    found = verdicts(outcome)
    assert set(found) == set(TITLES)
    assert {name for name, verdict in found.items() if verdict == "no"} == refused
    assert {name for name, verdict in found.items() if verdict == "odd"} == set()


def test_the_profile_of_a_reasoning_model_lets_it_make_two_calls(offline):
    profile = profile_for(offline.base_url, "offline-reasoner")

    outcome = outcome_of(
        Plan(
            Gateway("Offline", offline.base_url),
            "offline-reasoner",
            limit_field=profile.token_limit_field,
            refused=frozenset(profile.refused),
        )
    )

    assert verdicts(outcome)["parallel"] == "yes"
    assert outcome.limit is None
