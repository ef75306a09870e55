"""Which fault or oddity a request meets, and which reply that makes.

One is asked for by the model's suffix (``offline-flaky:429``, ``offline-odd:same-index``) or, for
any model, by the header ``X-Switchboard-Fault``, which counts more. ``-always`` after a fault's
name makes it last. Without a name ``offline-flaky`` fails the first try of every request, with
another fault for each answer of a conversation, and ``offline-odd`` writes each answer in another
odd way.
"""

import difflib
import hashlib
from collections import OrderedDict

from switchboard.offline.asking import Ask
from switchboard.offline.faults.table import FAULTS, Fault
from switchboard.offline.models import FLAKY, ODD, Model
from switchboard.offline.oddities.oddity import Oddity
from switchboard.offline.oddities.table import ODDITIES
from switchboard.offline.refusals import Refusal
from switchboard.offline.right import Right
from switchboard.offline.sending import Sent

HEADER = "x-switchboard-fault"

_ALWAYS = "-always"
_MOST_REMEMBERED = 10_000
_LIST = "The list with what each does: `python -m switchboard.offline --faults`."
_BY_NAME: dict[str, Fault | Oddity] = {
    **{fault.name: fault for fault in FAULTS},
    **{oddity.name: oddity for oddity in ODDITIES},
}

# In turn, by a conversation's answers. Those that keep a client waiting are only met by name.
_FLAKY = tuple(each for each in FAULTS if each.passes)[:7]


class Tries:
    """Which requests have failed once and will not fail when they come again.

    Counted by everything that a client sends again unchanged: its key and the body. After the try
    that works, the count begins anew.
    """

    def __init__(self) -> None:
        self._failed: OrderedDict[str, None] = OrderedDict()

    def is_first(self, request: str) -> bool:
        """Whether this is a first try; the next one of the same request is not."""
        if request in self._failed:
            del self._failed[request]
            return False
        self._failed[request] = None
        if len(self._failed) > _MOST_REMEMBERED:
            self._failed.popitem(last=False)
        return True


def find_wish(model: Model, header: str | None) -> str:
    """The name that is asked for, empty when none is; raises a refusal that names the nearest."""
    name = header or model.wish
    if not name or name.removesuffix(_ALWAYS) in _BY_NAME:
        return name
    if header:
        known = f"{_nearest(name)}{_LIST}"
        raise Refusal(f"No fault or oddity is called `{name[:64]}`. {known}", code="no_fault")
    raise Refusal(
        f"The model `{model.id[:99]}` does not exist: nothing is called `{name[:64]}`. "
        f"{_nearest(name)}{_names_for(model)} {_LIST}",
        code="model_not_found",
        status=404,
    )


def reply_to(ask: Ask, wish: str, *, request: str, tries: Tries) -> Sent:
    """The reply to a request; ``request`` stands for all of it in ``tries``."""
    right = Right.to(ask)
    met = _BY_NAME.get(wish.removesuffix(_ALWAYS)) or _by_turn(right)
    if isinstance(met, Oddity):
        return met.reply(right)
    if met is None or not _happens(met, wish, f"{met.name} {request}", tries):
        return right.asked()
    return met.spoil(right)


def request_id(key: str | None, body: bytes) -> str:
    """A name for a request, the same when it is sent again."""
    return hashlib.sha256((key or "").encode() + b"\n" + body).hexdigest()


def _happens(fault: Fault, wish: str, request: str, tries: Tries) -> bool:
    return wish.endswith(_ALWAYS) or not fault.passes or tries.is_first(request)


def _by_turn(right: Right) -> Fault | Oddity | None:
    model = right.ask.model.id
    turn = sum(message.get("role") == "assistant" for message in right.ask.messages)
    if model == FLAKY.id:
        return _FLAKY[turn % len(_FLAKY)]
    if model != ODD.id:
        return None
    shown = [each for each in ODDITIES if _shows(each, right)]
    return shown[turn % len(shown)]


def _shows(oddity: Oddity, right: Right) -> bool:
    if oddity.shows == "stream":
        return right.ask.stream
    return oddity.shows == ("calls" if right.has_calls else "text")


def _nearest(name: str) -> str:
    asked = name[:64].strip().lower().removesuffix(_ALWAYS)
    found = difflib.get_close_matches(asked, _BY_NAME, n=1)
    return f"Did you mean `{found[0]}`? " if found else ""


def _names_for(model: Model) -> str:
    if model.id.startswith(ODD.id):
        return f"Its oddities: {', '.join(each.name for each in ODDITIES)}."
    return f"Its faults: {', '.join(each.name for each in FAULTS)}; with {_ALWAYS} they last."
