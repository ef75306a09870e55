"""Sending again without what the gateway refused by name, which is remembered for this gateway."""

from dataclasses import replace
from datetime import UTC, datetime

from components import services
from components.asking import ask, asked_again
from components.setup import Setup, current_setup
from components.workspace import Workspace
from switchboard.errors import StoreError
from switchboard.gateway.remedies import Remedy, remedy_for
from switchboard.gateway_records import GatewayRecord, Learnt
from switchboard.runs import Step

_MOST = 8
"""Changes to one request, so that a gateway that refuses whatever it is sent is given up."""


def remedy_of(step_id: str, setup: Setup) -> Remedy | None:
    """What to change before this step is sent again; ``None`` as well when another gateway has
    been chosen since."""
    step = _refused(step_id, setup)
    return remedy_for(step.fault, step.request) if step and step.fault else None


def resend_changed(workspace: Workspace, step_id: str) -> None:
    """Remembers what this step was refused for, and asks again without it."""
    setup = current_setup(workspace)
    step, remedy = _refused(step_id, setup), remedy_of(step_id, setup)
    if step is None or remedy is None or setup.address is None:
        return
    if remedy.is_learnt:
        learnt = remedy.learnt(step.model, datetime.now(UTC))
        workspace.notice = _remember(setup.record or GatewayRecord(setup.address), learnt)
    ask(workspace, asked_again(workspace.conversation), remedy=remedy)


def resend_by_itself(workspace: Workspace) -> bool:
    """Does so unasked where the gateway is set up for it, once per field. Whether it did.

    Only for what was sent since the program began: opening an old conversation sends nothing.
    """
    conversation = workspace.conversation
    step = services.desk().empty_step(conversation)
    if step is None or step.fault is None or services.jobs().find(step.id) is None:
        return False
    setup = current_setup(workspace)
    if setup.record is None or not setup.record.resends_by_itself:
        return False
    remedy = remedy_of(step.id, setup)
    if remedy is None or _is_known(setup.record, remedy, step.model):
        return False
    if len(conversation.resent) >= _MOST:
        return False
    resend_changed(workspace, step.id)
    return True


def _refused(step_id: str, setup: Setup) -> Step | None:
    step = services.jobs().step(step_id)
    is_here = step and setup.gateway and step.base_url == setup.gateway.base_url
    return step if is_here else None


def _remember(record: GatewayRecord, learnt: Learnt) -> str:
    """Keeps it in the gateway's record. Why it could not be kept; empty when it was."""
    others = (
        one for one in record.learnt if (one.field, one.model) != (learnt.field, learnt.model)
    )
    try:
        services.store().save_gateway(replace(record, learnt=(*others, learnt)))
    except StoreError as error:
        return f"What this gateway refuses is not remembered: {error.message}"
    return ""


def _is_known(record: GatewayRecord, remedy: Remedy, model: str) -> bool:
    """Whether it was learnt before; what an older program learnt of one request counts for none."""
    known = {(one.field, one.model) for one in record.learnt}
    return remedy.is_learnt and (remedy.field, model) in known
