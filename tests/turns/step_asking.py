"""One request of the scripted gateway, and what happened to it."""

from switchboard.gateway import Gateway, StopSignal, Transport
from switchboard.turns import Ended, run_step

REQUEST = {"model": "scripted-1", "messages": [{"role": "user", "content": "Hi"}], "stream": True}


def transport(scripted, key=None, max_retries=2):
    return Transport(Gateway("Scripted", scripted.base_url, key, max_retries=max_retries))


def events(scripted, *, stop=None, key=None):
    return list(run_step(REQUEST, transport=transport(scripted, key), stop=stop or StopSignal()))


def ended(scripted) -> Ended:
    return events(scripted)[-1]
