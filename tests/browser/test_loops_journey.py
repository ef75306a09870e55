"""A turn that goes on by itself, as a person sees it."""

import json
import re

from playwright.sync_api import expect
from screen import Playground

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather in a city",
        "parameters": {
            "type": "object",
            "properties": {"location": {"type": "string"}},
            "required": ["location"],
        },
    },
    "x-switchboard": {
        "responders": [
            {
                "kind": "fixed",
                "when": {"properties": {"location": {"pattern": "Paris"}}},
                "result": {"temperature": 11, "conditions": "rain"},
            },
            {"kind": "fixed", "result": "unknown city"},
        ]
    },
}

SLOW = {"chances": {"slow": 1}}


def choose_mode(page, label):
    page.locator(".st-key-talk-loop button").first.click()
    page.get_by_text(label, exact=True).click()
    page.keyboard.press("Escape")


def test_a_turn_with_answers_in_the_toolset_needs_no_hand(page, app_server, screenshot):
    playground = Playground(page, app_server.url)
    playground.write_toolset(json.dumps([WEATHER], indent=2))
    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    screenshot("loop-1-step-by-step")
    choose_mode(page, "Answers of the toolset")
    expect(page.get_by_role("button", name="Answers of the toolset")).to_be_visible()

    playground.say("What is the weather in Paris?")

    expect(playground.messages.last).to_contain_text("11")
    expect(page.get_by_text("Fixed answer").first).to_be_visible()
    expect(playground.composer).to_be_enabled()
    screenshot("loop-2-by-itself")


def test_each_call_can_be_approved_or_denied(page, app_server, screenshot):
    playground = Playground(page, app_server.url)
    playground.write_toolset(json.dumps([WEATHER], indent=2))
    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    page.locator(".st-key-talk-loop button").first.click()
    page.get_by_text("All by itself", exact=True).click()
    page.get_by_text("Approve each call first").click()
    page.keyboard.press("Escape")

    playground.say("What is the weather in Paris and in Rome?")
    expect(playground.button("Approve")).to_have_count(2)
    screenshot("loop-3-approve")
    playground.button("Approve").first.click()
    expect(playground.button("Approve")).to_have_count(1)
    playground.button("Deny").click()

    expect(page.get_by_text("Denied by you")).to_be_visible()
    expect(playground.composer).to_be_enabled()
    screenshot("loop-4-denied")


def test_a_fault_is_put_into_a_result_by_hand(page, app_server, screenshot):
    playground = Playground(page, app_server.url)
    playground.button("What is the weather like in Paris today?").click()
    expect(playground.results).to_have_count(1)

    playground.button("Put a fault in").click()
    page.get_by_role("combobox", name="Fault").click()
    page.get_by_role("option", name="Rate limit").click()
    expect(page.get_by_text("Fault put in: Rate limit")).to_be_visible()
    screenshot("loop-5-a-fault")
    playground.button("Send results").click()

    expect(playground.messages.last).to_contain_text("offline-chat")
    screenshot("loop-6-what-became-of-it")


def test_a_turn_goes_on_when_its_tab_is_closed(open_tab, app_server):
    page = open_tab()
    playground = Playground(page, app_server.url)
    playground.write_toolset(json.dumps([WEATHER], indent=2))
    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    choose_mode(page, "Answers of the toolset")
    playground.say("What is the weather in Paris?")
    page.wait_for_url(re.compile("conversation="))
    address = page.url
    page.close()

    page = open_tab(color_scheme="dark", viewport={"width": 800, "height": 900})
    playground = Playground(page, address)

    expect(playground.messages.last).to_contain_text("11")
    expect(page.get_by_text("Fixed answer").first).to_be_visible()


def test_a_slow_answer_is_stopped_and_gone_on_with(open_tab, app_server, screenshot):
    slow = {**WEATHER, "x-switchboard": {**WEATHER["x-switchboard"], "faults": SLOW}}
    page = open_tab(color_scheme="dark", viewport={"width": 800, "height": 900})
    playground = Playground(page, app_server.url)
    playground.write_toolset(json.dumps([slow], indent=2))
    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    choose_mode(page, "All by itself")
    playground.say("What is the weather in Paris?")
    expect(page.get_by_text("Being answered…")).to_be_visible()
    screenshot("loop-7-being-answered-dark", page)

    playground.button("Stop").click()
    expect(page.get_by_text("Stopped by you.")).to_be_visible()
    expect(playground.results).to_have_count(1)
    screenshot("loop-8-stopped-dark", page)
    playground.button("Go on").click()

    expect(playground.messages.last).to_contain_text("11")
