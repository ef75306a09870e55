"""A check: the order of its questions, what ends it, and that it can be stopped and left."""

import json
import threading
import time

import pytest
from scripted_gateway import Reply
from scripted_replies import completion_json, error_json, models_json

from switchboard.errors import StoreError
from switchboard.gateway import ApiKey, Gateway, profile_for
from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from switchboard.offline import OfflineGateway
from switchboard.probes import TITLES, Check, CheckOutcome, Checks, Plan, cost_of, with_outcome
from tests.store.records import NOON

SECRET = "sk-very-secret-0123456789"
URL = "https://gateway.example/v1"


def plan(scripted, **more) -> Plan:
    return Plan(Gateway("S", scripted.base_url, max_retries=0), "scripted-1", **more)


def outcome_of(asked: Plan) -> CheckOutcome:
    check = Check(asked, save=lambda _: None)
    check.start()
    assert check.wait(60)
    return check.outcome


def verdicts(outcome: CheckOutcome) -> dict[str, str]:
    return {finding.probe: finding.verdict for finding in outcome.findings}


def test_everything_is_asked_in_as_many_requests_as_were_announced(scripted):
    outcome = outcome_of(plan(scripted))

    assert set(verdicts(outcome)) == set(TITLES)
    assert len(scripted.requests) == cost_of().requests == 17
    assert outcome.ended_because == ""


def test_a_check_costs_no_more_than_was_announced(scripted):
    outcome_of(plan(scripted))

    sent = [request.json for request in scripted.requests if request.body]
    assert sum(body["max_tokens"] * body.get("n", 1) for body in sent) == 17_000
    assert cost_of().allowed_output_tokens == cost_of().most_output_tokens == 17_000
    assert 1_000 < cost_of().input_tokens < 4_000


def test_a_check_of_a_busy_gateway_costs_no_more_than_was_announced(scripted):
    seen = []

    def busy(request):
        if not request.body:
            return Reply(error_json("Nothing here."), status=404)
        if request.body not in seen:
            seen.append(request.body)
            return Reply(error_json("Busy."), status=503, headers={"retry-after-ms": "1"})
        if "max_tokens" in request.json:
            return Reply(error_json("No 'max_tokens'.", param="max_tokens"), status=400)
        return None

    scripted.answer_with(busy)
    gateway = Gateway("S", f"{scripted.base_url}?api-version=2024", max_retries=1)

    found = verdicts(outcome_of(Plan(gateway, "scripted-1")))

    cost = cost_of(max_retries=1)
    answers = sum(request.json.get("n", 1) for request in scripted.requests if request.body)
    assert set(found) == set(TITLES)
    assert len(scripted.requests) == cost.most_requests == 36
    assert 1_000 * (answers - 1) == cost.most_output_tokens == 35_000  # One was refused.


@pytest.mark.parametrize(
    ("max_retries", "requests", "tokens"), [(0, 19, 17_000), (2, 53, 53_000), (-1, 19, 17_000)]
)
def test_the_most_a_check_may_cost_counts_every_try(max_retries, requests, tokens):
    cost = cost_of(max_retries=max_retries)

    assert (cost.most_requests, cost.most_output_tokens) == (requests, tokens)
    assert cost.requests == 17


def test_a_gateway_that_is_down_is_asked_once(scripted):
    scripted.close()

    outcome = outcome_of(plan(scripted))

    assert verdicts(outcome) == {"reachable": "no"}
    assert outcome.ended_because == "The gateway cannot be reached, so nothing more was asked."


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_ends_the_check(scripted, status):
    scripted.reply(error_json("Incorrect API key provided."), status=status)

    outcome = outcome_of(plan(scripted))

    assert verdicts(outcome) == {"reachable": "yes", "models": "yes", "key": "no", "answer": "odd"}
    assert (
        outcome.ended_because == "The first question was not answered, so nothing more was asked."
    )
    assert len(scripted.requests) == 2


def test_a_gateway_without_a_list_of_models_is_asked_all_the_same(scripted):
    scripted.reply(error_json("Nothing here."), status=404, path="/v1/models")

    found = verdicts(outcome_of(plan(scripted)))

    assert (found["reachable"], found["models"], found["answer"]) == ("yes", "no", "yes")


@pytest.mark.parametrize("names", [(), ("another",)])
def test_a_model_that_is_not_listed_is_odd(scripted, names):
    scripted.reply(models_json(*names), path="/v1/models")

    assert verdicts(outcome_of(plan(scripted)))["models"] == "odd"


def test_the_other_token_limit_is_tried_when_one_is_refused_and_that_is_learnt(scripted):
    says = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    scripted.reply(error_json(says, param="max_tokens"), status=400)

    outcome = outcome_of(plan(scripted))
    record = with_outcome(GatewayRecord(URL), outcome)

    assert verdicts(outcome)["answer"] == "yes"
    assert "max_completion_tokens" in scripted.requests[-1].json
    assert [one.field for one in record.learnt] == ["max_tokens"]
    profile = profile_for(URL, "scripted-1", record)
    assert profile.token_limit_field == "max_completion_tokens"


def test_stopping_ends_a_silent_gateway_and_keeps_what_was_found(scripted):
    kept = []
    scripted.reply(hang=True)
    check = Check(plan(scripted), save=kept.append)
    check.start()
    scripted.wait_for_requests(2)

    check.stop()

    assert check.wait(10)
    assert [finding.probe for finding in kept[0].findings] == ["reachable", "models"]
    assert kept[0].ended_because == "Stopped by you; what had been found until then is kept."


def test_a_check_tells_how_far_it_is(scripted):
    scripted.reply(hang=True)
    check = Check(plan(scripted), save=lambda _: None)
    check.start()
    scripted.wait_for_requests(2)

    assert check.is_running
    assert check.next_title == "Key accepted"
    assert check.progress == 2 / 19
    check.stop()
    assert check.wait(10)


def test_a_check_tells_when_it_waits_for_another_try(scripted):
    scripted.reply(error_json("Slow down."), status=429, headers={"retry-after": "60"})
    check = Check(Plan(Gateway("S", scripted.base_url), "scripted-1"), save=lambda _: None)
    check.start()
    until = time.monotonic() + 10
    while check.waiting is None and time.monotonic() < until:
        time.sleep(0.01)

    assert (check.waiting.attempt, check.waiting.of, check.waiting.seconds) == (2, 3, 60)
    check.stop()
    assert check.wait(10)


@pytest.mark.parametrize(
    ("status", "verdict"), [(400, "yes"), (402, "yes"), (404, "yes"), (429, "yes"), (500, "odd")]
)
def test_whoever_is_refused_for_another_reason_has_been_let_in(scripted, status, verdict):
    scripted.reply(error_json("No."), status=status)

    assert verdicts(outcome_of(plan(scripted)))["key"] == verdict


def test_one_gateway_is_checked_once_at_a_time(scripted):
    scripted.reply(hang=True)
    checks = Checks()
    first = checks.start("a", plan(scripted), save=lambda _: None)

    assert checks.start("a", plan(scripted), save=lambda _: None) is first
    assert checks.find("a") is first
    assert checks.find("b") is None
    checks.stop_all()
    assert not first.is_running


def test_no_key_is_in_what_is_kept(scripted):
    echo = Reply(completion_json(f"Your key is {SECRET}"))
    scripted.answer_with(lambda request: echo if request.body else None)
    gateway = Gateway("S", scripted.base_url, ApiKey(SECRET))

    outcome = outcome_of(Plan(gateway, "scripted-1"))

    assert scripted.requests[0].headers["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in repr(outcome)


def test_evidence_is_kept_and_a_long_reply_is_cut(scripted):
    scripted.reply(completion_json("x" * 100_000))

    found = {one.probe: one for one in outcome_of(plan(scripted)).findings}

    assert found["reachable"].request == f"GET {scripted.base_url}/models"
    assert '"max_tokens": 1000' in found["answer"].request
    assert len(found["answer"].reply) < 13_000
    assert found["answer"].reply.endswith("… (the rest is not kept)")


def test_the_request_for_the_models_is_shown_as_it_was_sent(scripted):
    base_url = f"{scripted.base_url}?api-version=2024"

    found = outcome_of(Plan(Gateway("S", base_url, max_retries=0), "scripted-1")).findings

    assert scripted.requests[0].path == "/v1/models?api-version=2024"
    assert found[0].request == f"GET {scripted.base_url}/models?api-version=2024"


def test_a_list_that_is_found_elsewhere_is_shown_with_where_it_was(scripted):
    scripted.reply(models_json("scripted-1"), path="/api/v1/models")
    scripted.reply(error_json("Nothing here."), status=404, path="/api/models")
    gateway = Gateway("S", scripted.root + "/api", max_retries=0)

    found = outcome_of(Plan(gateway, "scripted-1")).findings

    assert found[0].request == f"GET {scripted.root}/api/v1/models"


def test_the_reply_to_the_models_is_shown_as_it_came_without_the_key_and_cut(scripted):
    body = json.dumps({"data": [{"id": "scripted-1", "owned_by": SECRET}], "x": "y" * 20_000})
    scripted.reply(body, path="/v1/models")
    gateway = Gateway("S", scripted.base_url, ApiKey(SECRET), max_retries=0)

    models = outcome_of(Plan(gateway, "scripted-1")).findings[1]

    assert models.verdict == "yes"
    assert models.reply.startswith('{"data": [{"id": "scripted-1", "owned_by": "')
    assert SECRET not in models.reply
    assert models.reply.endswith("… (the rest is not kept)")
    assert len(models.reply) < 13_000


def test_a_mistake_of_the_keeper_does_not_leave_the_check_running(scripted):
    def fail(_: CheckOutcome) -> None:
        raise StoreError("The disk is full.")

    check = Check(plan(scripted), save=fail)
    check.start()

    assert check.wait(60)
    assert check.outcome.store_error.message == "The disk is full."


def finding(probe, verdict, model="m", request='{"n": 2}') -> Finding:
    return Finding(probe, verdict, "Told.", model, NOON, request=request)


def fields(record) -> list[str]:
    return [one.field for one in record.learnt]


@pytest.mark.parametrize(
    ("refused", "learnt"),
    [
        (["n"], ["n"]),
        (["streaming"], ["stream"]),
        (["usage"], ["stream_options"]),
        (["strict"], ["strict"]),
        (["image"], ["image_url"]),
        (["logprobs"], ["logprobs", "top_logprobs"]),
        (["parallel"], ["parallel_tool_calls"]),
        (["tool", "answer", "reachable", "models", "key"], []),
        (["choice-allowed", "choice-required"], []),
        (
            ["choice-none", "choice-auto", "choice-required", "choice-named", "choice-allowed"],
            ["tool_choice"],
        ),
        (["json-schema"], []),
        (["json-object", "json-schema"], ["response_format"]),
    ],
)
def test_what_is_refused_is_learnt_a_field_only_when_every_form_of_it_is(refused, learnt):
    outcome = CheckOutcome(tuple(finding(name, "no") for name in refused))

    assert fields(with_outcome(GatewayRecord(URL), outcome)) == learnt


def test_what_is_only_odd_is_not_learnt():
    assert fields(with_outcome(GatewayRecord(URL), CheckOutcome((finding("n", "odd"),)))) == []


def test_what_is_accepted_again_is_forgotten_of_this_model_only():
    record = GatewayRecord(
        URL,
        learnt=tuple(
            Learnt(field, model, "No.", NOON)
            for field, model in (("n", "m"), ("n", "other"), ("temperature", "m"))
        ),
    )

    after = with_outcome(record, CheckOutcome((finding("n", "yes"),)))

    assert [(one.field, one.model) for one in after.learnt] == [
        ("n", "other"),
        ("temperature", "m"),
    ]


def test_a_yes_without_the_field_does_not_clear_it():
    record = GatewayRecord(URL, learnt=(Learnt("parallel_tool_calls", "m", "No.", NOON),))

    after = with_outcome(record, CheckOutcome((finding("parallel", "yes", request="{}"),)))

    assert fields(after) == ["parallel_tool_calls"]


def test_findings_take_the_place_of_older_ones_of_their_model():
    old = (finding("n", "no"), finding("n", "no", model="other"), finding("tool", "yes"))

    after = with_outcome(GatewayRecord(URL, findings=old), CheckOutcome((finding("n", "yes"),)))

    assert [(one.probe, one.model, one.verdict) for one in after.findings] == [
        ("n", "other", "no"),
        ("tool", "m", "yes"),
        ("n", "m", "yes"),
    ]


def test_a_model_that_takes_no_images_is_offered_none():
    record = with_outcome(GatewayRecord(URL), CheckOutcome((finding("image", "no"),)))

    assert "image_url" not in profile_for(URL, "m", record).parts
    assert "image_url" in profile_for(URL, "another", record).parts


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


def test_a_check_goes_on_without_anybody_watching(scripted):
    saved = threading.Event()
    Checks().start("a", plan(scripted), save=lambda _: saved.set())

    assert saved.wait(60)
