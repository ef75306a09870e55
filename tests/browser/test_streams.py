"""An answer does not depend on the page; a page does not suffer from an answer."""

import threading

import pytest
from playwright.sync_api import expect
from screen import Playground
from scripted_gateway import CHAT, MODELS
from scripted_replies import call_stream, text_stream


@pytest.fixture
def halfway(scripted):
    """A reply that waits in its middle; set the event and it goes on."""
    go_on = threading.Event()
    scripted.reply(text_stream("First half, second half."), hold=go_on, hold_at=3)
    yield go_on
    go_on.set()


def test_an_answer_is_there_again_after_a_reload_and_goes_on(page, server, halfway, screenshot):
    playground = Playground(page, server.url)
    playground.say("Tell me")
    expect(playground.messages.last).to_contain_text("First half,")
    screenshot("reload-1-in-the-middle")

    page.reload()
    expect(playground.messages.last).to_contain_text("First half,")
    halfway.set()

    expect(playground.messages.last).to_contain_text("First half, second half.")
    expect(playground.composer).to_be_enabled()
    screenshot("reload-2-after-it")


def test_an_answer_goes_on_while_another_page_is_looked_at(page, server, halfway):
    playground = Playground(page, server.url)
    playground.say("Tell me")
    expect(playground.messages.last).to_contain_text("First half,")

    playground.go_to("Usage")
    expect(playground.composer).to_have_count(0)
    halfway.set()
    playground.go_to("Playground")

    expect(playground.messages.last).to_contain_text("First half, second half.")


def test_an_answer_goes_on_when_its_tab_is_closed(open_tab, server, halfway):
    tab = open_tab()
    playground = Playground(tab, server.url)
    playground.say("Tell me")
    expect(playground.messages.last).to_contain_text("First half,")
    address = tab.url
    tab.close()
    halfway.set()

    again = Playground(open_tab(), address)

    expect(again.messages.last).to_contain_text("First half, second half.")


def test_stop_ends_an_answer_and_keeps_what_had_come(page, server, halfway, screenshot, scripted):
    playground = Playground(page, server.url)
    playground.say("Tell me")
    expect(playground.messages.last).to_contain_text("First half,")
    request = scripted.requests[-1]

    playground.button("Stop").click()

    expect(playground.messages.last).to_contain_text("stopped by you")
    expect(playground.messages.last).to_contain_text("First half,")
    assert request.closed_by_client.wait(5)
    expect(playground.composer).to_be_enabled()
    screenshot("stopped")


def test_stop_ends_a_gateway_that_says_nothing(page, server, scripted):
    scripted.reply(hang=True)
    playground = Playground(page, server.url)
    playground.say("Anybody there?")

    playground.button("Stop").click()

    expect(page.get_by_text("Stopped before anything arrived.")).to_be_visible()
    assert scripted.requests[-1].closed_by_client.wait(5)


def test_only_stop_stands_while_an_answer_arrives(page, server, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    playground = Playground(page, server.url)
    playground.say("Weather?")
    expect(playground.button("Send results")).to_be_visible()
    go_on = threading.Event()
    scripted.reply(text_stream("First half, second half."), hold=go_on, hold_at=3)

    playground.button("Send results").click()
    expect(playground.button("Stop")).to_be_visible()

    expect(playground.button("Send results")).to_have_count(0)
    go_on.set()
    expect(playground.messages.last).to_contain_text("second half.")


def test_widgets_stay_alive_while_an_answer_arrives(page, server, halfway):
    playground = Playground(page, server.url)
    playground.say("Tell me")
    expect(playground.messages.last).to_contain_text("First half,")

    page.get_by_label("Temperature", exact=True).fill("0.7")
    page.get_by_label("Temperature", exact=True).press("Enter")
    page.get_by_text("System message: none").click()
    expect(page.get_by_placeholder("Tells the model how to behave")).to_be_visible()
    expect(playground.messages.last).to_contain_text("First half,")
    halfway.set()

    expect(playground.messages.last).to_contain_text("second half.")
    expect(page.get_by_label("Temperature", exact=True)).to_have_value("0.70")


def test_two_tabs_do_not_disturb_each_other(open_tab, server, scripted, halfway):
    first = Playground(open_tab(), server.url)
    first.say("Slow one")
    expect(first.messages.last).to_contain_text("First half,")
    scripted.reply(text_stream("A quick answer."))

    second = Playground(open_tab(), server.url)
    second.say("Quick one")
    expect(second.messages.last).to_contain_text("A quick answer.")
    expect(second.page.get_by_text("Slow one")).to_have_count(0)
    halfway.set()

    expect(first.messages.last).to_contain_text("second half.")
    expect(first.page.get_by_text("Quick one")).to_have_count(0)


def test_an_answer_of_eight_thousand_chunks_does_not_freeze_the_page(page, server, scripted):
    words = [f"word{number} " for number in range(8_000)]
    scripted.reply(b"".join(text_stream(pieces=words)))
    playground = Playground(page, server.url)

    playground.say("A long one")

    expect(playground.messages.last).to_contain_text("word7999", timeout=60_000)
    expect(playground.composer).to_be_enabled(timeout=60_000)
    playground.say("And another")


LEAKS = """Look: ![a](/leak1) and ![b][r].

<img src="/leak2"><script>fetch('/leak3')</script><iframe src="/leak4"></iframe>

| t |
|---|
| ![c](/leak5) |

`![d](/leak6)` [click](/leak7)

```html
![e](/leak8) <img src="/leak9">
```

[r]: /leak10
"""


def test_what_a_model_writes_asks_nobody_for_anything(page, server, scripted, screenshot):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    scripted.reply(
        text_stream(LEAKS.replace("(/", f"({scripted.root}/").replace('"/', f'"{scripted.root}/'))
    )
    playground = Playground(page, server.url)

    playground.say("Leak")
    expect(playground.messages.last).to_contain_text("total")
    expect(playground.messages.last).to_contain_text("<script>")
    page.wait_for_timeout(500)

    assert [url for url in asked if "leak" in url] == []
    assert {request.path for request in scripted.requests} == {CHAT, MODELS}
    screenshot("nothing-is-loaded")


def test_a_refusal_is_readable_and_can_be_tried_again(page, server, scripted, screenshot):
    scripted.reply(
        b'{"error": {"message": "You exceeded your current quota.", "code": "insufficient_quota"}}',
        status=429,
    )
    playground = Playground(page, server.url)
    playground.say("Hello?")
    expect(page.get_by_text("You exceeded your current quota.")).to_be_visible()
    screenshot("refusal")

    playground.button("Try again").click()

    expect(playground.messages.last).to_contain_text("Hello from the scripted gateway.")


def test_a_model_that_is_not_listed_can_be_typed(page, server, scripted):
    playground = Playground(page, server.url)

    page.get_by_role("combobox", name="Model").click()
    page.keyboard.type("my-own-model")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Model")).to_have_value("my-own-model")
    playground.say("Hi")
    expect(playground.messages.last).to_contain_text("total")

    assert scripted.requests[-1].json["model"] == "my-own-model"
