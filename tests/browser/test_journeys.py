"""What a newcomer does, in a real browser, reading what a person would read."""

import re

import pytest
from playwright.sync_api import expect
from screen import Playground


@pytest.fixture(scope="module")
def quick_server(serve_app):
    """The app as it comes, its embedded gateway without pauses."""
    return serve_app(SWITCHBOARD_OFFLINE_PACE_MS="0")


def test_within_a_minute_a_newcomer_sees_a_call_a_result_an_answer_and_a_chart(
    page, app_server, screenshot
):
    playground = Playground(page, app_server.url)
    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    screenshot("journey-1-first-page")

    playground.button("What is the weather like in Paris today?").click()
    expect(page.get_by_text("arguments fit the schema")).to_be_visible()
    expect(playground.messages.last).to_contain_text('"location": "Paris, France"')
    screenshot("journey-2-a-call")

    playground.write_result(0, '{"temperature": 31, "conditions": "thunderstorm"}')
    playground.button("Send results").click()
    expect(playground.messages.last).to_contain_text("31")
    expect(playground.messages.last).to_contain_text("thunderstorm")
    expect(playground.messages.last).to_contain_text(
        re.compile(r"offline-chat · \d+\sin .* \d+\sout · first token\s\d+\.\d\d\ss · total")
    )
    screenshot("journey-3-the-answer")

    playground.go_to("Usage")
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    screenshot("journey-4-usage")

    playground.go_to("Runs")
    expect(page.get_by_test_id("stMain")).to_contain_text("Runs")
    screenshot("journey-5-runs")

    playground.go_to("Playground")
    expect(playground.messages.last).to_contain_text("thunderstorm")


def test_two_parallel_calls_have_two_cards_and_are_answered_at_once(page, quick_server, screenshot):
    playground = Playground(page, quick_server.url)

    playground.say("What is the weather in Paris and in Rome?")
    expect(playground.results).to_have_count(2)
    expect(playground.messages.last).to_contain_text("Paris")
    expect(playground.messages.last).to_contain_text("Rome")
    screenshot("parallel-1-two-calls")

    playground.write_result(0, '{"temperature": 11}')
    playground.write_result(1, '{"temperature": 27}')
    playground.button("Send results").click()

    expect(playground.messages.last).to_contain_text("11")
    expect(playground.messages.last).to_contain_text("27")
    screenshot("parallel-2-the-answer")


def test_every_chinese_character_survives_from_schema_to_answer(page, quick_server, screenshot):
    playground = Playground(page, quick_server.url)
    playground.write_toolset(
        '{"name": "weather", "description": "查询城市的天气", "parameters": {"type": "object", '
        '"properties": {"城市": {"type": "string", "description": "城市名称"}}, '
        '"required": ["城市"]}}'
    )
    expect(page.get_by_text("1 tool, ready to send: weather")).to_be_visible()

    playground.say("北京今天天气怎么样？")
    expect(playground.messages.last).to_contain_text('"城市"')
    playground.write_result(0, '{"天气": "晴朗"}')
    playground.button("Send results").click()

    expect(playground.messages.last).to_contain_text("晴朗")
    screenshot("chinese")


def test_a_problem_is_marked_where_it_is_typed_and_goes_when_it_is_mended(
    page, quick_server, screenshot
):
    playground = Playground(page, quick_server.url)
    expect(playground.editor).to_contain_text("get_weather")

    playground.type_at_the_end_of_the_toolset("oops")
    expect(page.get_by_text("1 problem to mend before this can be sent")).to_be_visible()
    expect(playground.marked_lines).to_have_count(1)
    expect(playground.composer).to_be_disabled()
    screenshot("toolset-problem")

    for _ in "oops":
        page.keyboard.press("Backspace")

    expect(page.get_by_text("1 tool, ready to send: get_weather")).to_be_visible()
    expect(playground.composer).to_be_enabled()


def test_the_first_page_looks_right_in_the_dark_and_where_it_is_narrow(
    open_tab, quick_server, screenshot
):
    for scheme in ("light", "dark"):
        for width in (1280, 800):
            tab = open_tab(color_scheme=scheme, viewport={"width": width, "height": 900})
            playground = Playground(tab, quick_server.url)
            playground.button("What is the weather like in Paris today?").click()
            expect(playground.button("Send results")).to_be_visible()
            screenshot(f"look-{scheme}-{width}", tab)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_round_can_be_played_by_keyboard_alone(page, quick_server):
    playground = Playground(page, quick_server.url)
    expect(playground.editor).to_contain_text("get_weather")
    page.wait_for_timeout(1_000)  # until Tab leaves the editor

    playground.tab_to(playground.composer)
    page.keyboard.type("What is the weather in Oslo?")
    page.keyboard.press("Enter")
    expect(playground.results).to_have_count(1)

    playground.tab_to(playground.results.first, backwards=True)
    page.keyboard.press("Control+A")
    page.keyboard.type("snow")
    page.keyboard.press("Control+Enter")
    playground.tab_to(playground.button("Send results"))
    page.keyboard.press("Enter")

    expect(playground.messages.last).to_contain_text("snow")
