"""How answers come and look in a real browser: side by side, waited for, with their odds."""

import math
import threading

import pytest
from playwright.sync_api import expect
from screen import Playground
from scripted_replies import choices_stream, chunk, error_json, sse, text_stream


@pytest.fixture
def playground(page, server):
    return Playground(page, server.url)


def test_answers_to_one_request_grow_side_by_side_and_one_is_picked(
    playground, scripted, page, screenshot
):
    go_on = threading.Event()
    answers = choices_stream("Red apples and more", "Green pears and more")
    scripted.reply(answers, hold=go_on, hold_at=4)
    page.get_by_text("More settings", exact=True).click()
    page.get_by_text("Output", exact=True).click()
    page.get_by_role("spinbutton", name="Number of answers").fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("More settings: 1 set")).to_be_visible()

    playground.say("Name some fruit")
    expect(playground.messages.last).to_contain_text("Red apples")
    expect(playground.messages.last).to_contain_text("Green pears")
    expect(playground.button("Stop")).to_be_visible()
    go_on.set()
    playground.button("Go on with this one").click()
    screenshot("answers-side-by-side")
    playground.say("And more?")

    expect(playground.messages.last).to_contain_text("Hello from the scripted gateway.")
    said = [message["content"] for message in scripted.requests[-1].json["messages"]]
    assert said == ["Name some fruit", "Green pears and more", "And more?"]


def test_a_wait_counts_down_and_can_be_cancelled(playground, scripted, page, screenshot):
    scripted.reply(error_json("Slow down"), status=429, headers={"retry-after": "30"})

    playground.say("Are you there?")
    expect(page.get_by_text("Trying again in 30")).to_be_visible()
    expect(page.get_by_text("Trying again in 28")).to_be_visible()
    expect(playground.button("Stop")).to_be_hidden()
    screenshot("waiting-for-another-try")
    playground.button("Cancel").click()

    expect(page.get_by_text("Stopped before anything arrived.")).to_be_visible()
    expect(playground.button("Cancel")).to_be_hidden()


def test_when_the_wait_is_over_the_answer_comes_by_itself(playground, scripted, page):
    scripted.reply(error_json("Slow down"), status=429, headers={"retry-after": "1"})
    scripted.reply(text_stream("Here I am"))

    playground.say("Are you there?")

    expect(playground.messages.last).to_contain_text("Here I am")
    expect(page.get_by_text("Trying again")).to_have_count(0)


def test_reasoning_is_folded_while_it_comes_and_afterwards(playground, scripted, page):
    go_on = threading.Event()
    thinking = [chunk({"reasoning_content": "First I think."}), chunk({"content": "Then I say."})]
    scripted.reply(sse(*thinking, chunk(finish="stop")), hold=go_on, hold_at=1)

    playground.say("Think")
    expect(page.get_by_text("The model is reasoning…")).to_be_visible()
    expect(page.get_by_text("First I think.")).to_be_hidden()
    go_on.set()

    expect(playground.messages.last).to_contain_text("Then I say.")
    expect(page.get_by_text("First I think.")).to_be_hidden()
    playground.messages.last.get_by_text("Reasoning").click()
    expect(page.get_by_text("First I think.")).to_be_visible()


def test_reasoning_that_was_opened_while_it_came_stays_open(playground, scripted, page):
    go_on = threading.Event()
    thinking = [chunk({"reasoning_content": "First I think."}), chunk({"content": "Then I say."})]
    scripted.reply(sse(*thinking, chunk(finish="stop")), hold=go_on, hold_at=1)

    playground.say("Think")
    playground.messages.last.get_by_text("Reasoning", exact=True).click()
    expect(page.get_by_text("First I think.")).to_be_visible()
    go_on.set()

    expect(playground.messages.last).to_contain_text("first token")
    expect(page.get_by_text("First I think.")).to_be_visible()


def test_a_token_tells_what_else_might_have_stood_there_and_is_never_markup(
    playground, scripted, page, screenshot
):
    others = [_odds("<b>bold</b>", 0.7), _odds("Hello", 0.1)]
    first = _odds("Hello", 0.1) | {"top_logprobs": others}
    scripted.reply(sse(_with_odds(first), _with_odds(_odds(" <i>you</i>", 0.95)), "[DONE]"))

    playground.say("Odds?")
    playground.messages.last.get_by_text("Token probabilities").click()
    tokens = page.locator(".tokens")
    expect(tokens).to_have_text("Hello <i>you</i>")
    tokens.get_by_text("Hello").hover()

    expect(page.locator(".told")).to_contain_text("Token 1 of 2: Hello, 10.0 %")
    expect(page.locator(".told .row").first).to_contain_text("<b>bold</b>")
    assert page.locator(".tokens b, .tokens i, .told code b").count() == 0
    screenshot("token-probabilities")
    tokens.focus()
    page.keyboard.press("End")
    expect(page.locator(".told")).to_contain_text("Token 2 of 2")


def _odds(token, probability):
    return {"token": token, "logprob": math.log(probability), "bytes": None}


def _with_odds(row):
    choice = {"index": 0, "delta": {"content": row["token"]}, "logprobs": {"content": [row]}}
    return chunk(choices=[choice])
