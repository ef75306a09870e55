"""Turns that go on by themselves, written in short."""

import json
import threading
from dataclasses import replace

from switchboard.automation import Automation
from switchboard.conversations import Conversation
from switchboard.desk import said
from switchboard.endpoints import AllowedHosts
from switchboard.gateway import Gateway, profile_for
from switchboard.loops import Asking
from switchboard.responding import Outside


def tool(name="get_weather", responders=(), **margin):
    function = {
        "name": name,
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    }
    return {
        "type": "function",
        "function": function,
        "x-switchboard": {"responders": list(responders), **margin},
    }


def fixed(result, when=None):
    return {"kind": "fixed", "result": result, **({"when": when} if when else {})}


def question(*tools, mode="all", text="Weather?", **automation):
    return said(
        Conversation(
            model="scripted-1",
            toolset=json.dumps(tools),
            automation=Automation(mode=mode, **automation),
        ),
        text,
    )


def asking(scripted, **more):
    gateway = Gateway("Scripted", scripted.base_url, max_retries=0)
    outside = Outside(gateway_at=lambda _: gateway, hosts=AllowedHosts())
    return replace(Asking(gateway, profile_for(gateway.base_url, "scripted-1"), outside), **more)


def roles(conversation):
    return [message.role for message in conversation.messages]


def results(conversation):
    return [message.text for message in conversation.messages if message.role == "tool"]


def wait_until(claim):
    patience = threading.Event()
    for _ in range(400):
        if claim():
            return
        patience.wait(0.02)
    raise AssertionError("It did not come true.")
