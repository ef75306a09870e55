"""The order of a check: the list of models, one answer, and where these came, all the rest."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from switchboard.gateway import SWAPPED, Gateway, StopSignal, Transport, mask
from switchboard.gateway_records import Finding, Learnt
from switchboard.probes.catalogue import CATALOGUE
from switchboard.probes.key import key_accepted
from switchboard.probes.listing import listed, models_listed, reachable
from switchboard.probes.probe import Judgement, Probe, body_of, is_refusal, judged, shortened
from switchboard.probes.seen import Seen, send
from switchboard.runs import Fault
from switchboard.turns import Waiting
from switchboard.wire import JsonObject

_FIRST, *_OTHERS = CATALOGUE
_STOPPED = "Stopped by you; what had been found until then is kept."
_UNREACHABLE = "The gateway cannot be reached, so nothing more was asked."
_UNANSWERED = "The first question was not answered, so nothing more was asked."


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom to check."""

    gateway: Gateway
    model: str
    limit_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    """As the profile says."""

    refused: frozenset[str] = frozenset()
    """The fields the profile refuses. What a probe is about is asked all the same."""


class Asking:
    """Asks one thing after the other."""

    def __init__(self, plan: Plan, *, stop: StopSignal, tell: Callable[[Finding], None]) -> None:
        self.refused_limit: Learnt | None = None
        """The token limit's field, where the gateway refuses the one the profile names."""

        self.waiting: Waiting | None = None
        """The wait before another try, while there is one."""

        self._limit_field: str = plan.limit_field
        self._plan = plan
        self._transport = Transport(plan.gateway)
        self._stop = stop
        self._tell = tell

    def ask_everything(self) -> str:
        """Why not everything was asked, as a sentence; empty when it was."""
        return self._ask_for_models() or self._ask_first() or self._ask_others()

    def _ask_for_models(self) -> str:
        listing = listed(self._plan.gateway, stop=self._stop)
        if self._stop.is_set:
            return _STOPPED
        request = f"GET {listing.url}"
        self._found("reachable", reachable(listing), request, listing.reply)
        if not listing.is_reachable:
            return _UNREACHABLE
        self._found("models", models_listed(listing, self._plan.model), request, listing.reply)
        return ""

    def _ask_first(self) -> str:
        seen = self._send(_FIRST)
        if seen.fault and _is_about(seen.fault, self._limit_field):
            self._learn_limit(seen.fault)
            seen = self._send(_FIRST)
        if self._stop.is_set:
            return _STOPPED
        accepted = key_accepted(seen, has_key=bool(self._plan.gateway.key))
        self._found("key", accepted, self._request(_FIRST), _reply(seen))
        self._judge(_FIRST, seen)
        return _UNANSWERED if seen.fault else ""

    def _ask_others(self) -> str:
        for probe in _OTHERS:
            seen = self._send(probe)
            if self._stop.is_set:
                return _STOPPED
            self._judge(probe, seen)
        return ""

    def _learn_limit(self, fault: Fault) -> None:
        field, says = self._limit_field, shortened(fault.message)
        self.refused_limit = Learnt(field, self._plan.model, says, datetime.now(UTC))
        self._limit_field = SWAPPED[field]

    def _send(self, probe: Probe) -> Seen:
        return send(
            self._body(probe), transport=self._transport, stop=self._stop, on_wait=self._wait
        )

    def _wait(self, waiting: Waiting | None) -> None:
        self.waiting = waiting

    def _judge(self, probe: Probe, seen: Seen) -> None:
        self._found(probe.name, judged(probe, seen), self._request(probe), _reply(seen))

    def _request(self, probe: Probe) -> str:
        return json.dumps(self._body(probe), ensure_ascii=False, indent=2)

    def _body(self, probe: Probe) -> JsonObject:
        plan = self._plan
        return body_of(probe, model=plan.model, limit_field=self._limit_field, refused=plan.refused)

    def _found(self, name: str, judgement: Judgement, request: str, reply: str) -> None:
        secrets = self._transport.secrets
        self._tell(
            Finding(
                probe=name,
                verdict=judgement.verdict,
                says=mask(judgement.says, secrets),
                model=self._plan.model,
                at=datetime.now(UTC),
                request=mask(request, secrets),
                reply=mask(reply, secrets),
            )
        )


def _is_about(fault: Fault, field: str) -> bool:
    if not is_refusal(fault):
        return False
    return fault.param == field or f"'{field}'" in fault.message or f"`{field}`" in fault.message


def _reply(seen: Seen) -> str:
    if seen.reply or seen.fault is None:
        return seen.reply
    return seen.fault.message
