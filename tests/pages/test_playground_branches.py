"""The Playground: a finished turn run again from a changed call, as a branch beside it."""

import pytest
from playground import conversation_of, say, type_toolset, words
from scripted_replies import call_stream, error_json, text_stream
from streamlit.testing.v1 import AppTest

from components import services
from switchboard.conversations import Branch

pytestmark = pytest.mark.app

PARIS = ("get_weather", {"location": "Paris"})
ROME = ("get_weather", {"location": "Rome"})


@pytest.fixture
def finished_turn(open_page, scripted) -> AppTest:
    """Weather was asked for, answered with rain, and told."""
    scripted.reply(call_stream([PARIS]))
    scripted.reply(text_stream("It rains in Paris."))
    page = say(open_page(), "Weather?")
    return answer(page, "rain")


def answer(page: AppTest, *results: str) -> AppTest:
    areas = [area for area in page.text_area if area.key.startswith("talk-result-")]
    for area, text in zip(areas, results, strict=True):
        area.set_value(text)
    return page.button(key="talk-send-results").click().run()


def field(page: AppTest, name: str, call: int = 0) -> str:
    calls = next(entry for entry in conversation_of(page).entries if entry.message.calls)
    return f"talk-branch-{calls.id}-{call}-{name}"


def change(page: AppTest, call: int = 0, **fields: str) -> AppTest:
    """Opens a call's editor, writes into it and runs the branch."""
    page.button(key=field(page, "open", call)).click().run()
    for name, text in fields.items():
        page.text_area(key=field(page, name, call)).set_value(text)
    return page.button(key=field(page, "run", call)).click().run()


def texts(page: AppTest) -> list[str]:
    return [message.text for message in conversation_of(page).messages]


def open_list(page: AppTest) -> AppTest:
    page.session_state["talk-branches"] = True
    return page.run()


def test_a_changed_result_is_sent_in_a_branch_and_the_parent_is_not_overwritten(
    finished_turn, scripted
):
    parent = conversation_of(finished_turn)
    before = services.store().conversation(parent.id)
    scripted.reply(text_stream("It snows in Paris."))

    page = change(finished_turn, result="snow")

    assert texts(page) == ["Weather?", "", "snow", "It snows in Paris."]
    assert scripted.requests[-1].json["messages"][-1]["content"] == "snow"
    branch = conversation_of(page)
    assert branch.branch == Branch(
        parent.id, parent.id, parent.entries[2].id, "result of get_weather"
    )
    assert services.store().conversation(parent.id) == before
    assert services.store().count_branches(parent.id) == 2
    assert page.query_params["conversation"] == branch.id
    assert branch.entries[-1].outcome.step_id != parent.entries[-1].outcome.step_id


def test_changed_arguments_are_sent_with_the_result_that_was_given(finished_turn, scripted):
    scripted.reply(text_stream("It rains in Oslo."))

    page = change(finished_turn, arguments='{"location": "Oslo"}')

    (sent,) = scripted.requests[-1].json["messages"][-2]["tool_calls"]
    assert sent["function"] == {"name": "get_weather", "arguments": '{"location": "Oslo"}'}
    assert texts(page) == ["Weather?", "", "rain", "It rains in Oslo."]
    assert conversation_of(page).branch.said == "arguments of get_weather"


def test_what_was_not_changed_is_told_and_not_branched(finished_turn, scripted):
    parent, asked = conversation_of(finished_turn), len(scripted.requests)

    page = change(finished_turn)

    assert "Nothing was changed" in page.warning[0].value
    assert conversation_of(page) == parent
    assert page.text_area(key=field(page, "result")).value == "rain"
    assert len(scripted.requests) == asked


def test_a_change_that_is_cancelled_leaves_the_card_as_it_was(finished_turn):
    page = finished_turn.button(key=field(finished_turn, "open")).click().run()
    page.text_area(key=field(page, "result")).set_value("snow")

    page.button(key=field(page, "off")).click().run()
    assert "rain" in words(page)
    page.button(key=field(page, "open")).click().run()

    assert page.text_area(key=field(page, "result")).value == "rain"
    assert page.text_area(key=field(page, "arguments")).value == '{\n  "location": "Paris"\n}'


def test_one_of_two_parallel_results_is_changed_and_the_other_stays(open_page, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    page = answer(say(open_page(), "Weather?"), "rain", "sun")

    page = change(page, call=1, result="fog")

    sent = scripted.requests[-1].json["messages"]
    assert [message["content"] for message in sent[-2:]] == ["rain", "fog"]


def test_a_call_of_an_earlier_turn_is_changed_and_the_later_turns_are_cut(finished_turn):
    page = say(finished_turn, "Thanks")
    page.session_state[field(page, "open").replace("branch", "card").removesuffix("-open")] = True
    page.run()

    page = change(page, result="snow")

    assert texts(page)[:3] == ["Weather?", "", "snow"]
    assert "Thanks" not in texts(page)


def test_a_branch_that_cannot_be_sent_is_kept_all_the_same(finished_turn, scripted):
    page, asked = type_toolset(finished_turn, "{"), len(scripted.requests)

    page = change(page, result="snow")

    assert len(scripted.requests) == asked
    assert page.warning != []
    kept = services.store().conversation(conversation_of(page).id)
    assert kept.document["branch"]["said"] == "result of get_weather"


def test_a_branch_whose_answer_is_refused_can_be_tried_again(finished_turn, scripted):
    scripted.reply(error_json("No more of this."), status=400)
    page = open_list(change(finished_turn, result="snow"))
    assert "just now · no answer yet" in words(page)

    page.button(key="talk-try-again").click().run()

    assert texts(page)[-2:] == ["snow", "Hello from the scripted gateway."]


def test_a_call_whose_neighbour_has_no_result_waits_for_it_in_the_branch(open_page, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    page = answer(say(open_page(), "Weather?"), "rain", "sun")
    page.menu_button(key=field(page, "", 1).replace("branch", "menu")[:-1]).set_value(
        "Delete"
    ).run()

    page = change(page, result="snow")

    assert [call.arguments for call in conversation_of(page).pending_calls] == [
        '{"location": "Rome"}'
    ]
    page = answer(page, "fog")
    assert [message["content"] for message in scripted.requests[-1].json["messages"][-2:]] == [
        "snow",
        "fog",
    ]


def test_looking_at_a_conversation_makes_it_no_newer(finished_turn):
    before = services.store().conversation(conversation_of(finished_turn).id)

    finished_turn.run()

    assert services.store().conversation(conversation_of(finished_turn).id) == before


def test_without_branches_there_is_no_list_of_them(finished_turn):
    assert [e.label for e in finished_turn.expander if "Branches" in e.label] == []


def test_the_tree_names_what_was_changed_and_leads_to_each(finished_turn, scripted):
    parent = conversation_of(finished_turn)
    scripted.reply(text_stream("It snows in Paris."))
    page = open_list(change(finished_turn, result="snow"))
    branch = conversation_of(page)

    assert [e.label for e in page.expander if "Branches" in e.label] == ["Branches (2)"]
    assert "**Result of get\\_weather**" in words(page)
    assert "just now · answered: “It snows in Paris\\.”" in words(page)
    back = page.button(key=f"talk-branch-go-{parent.id}")
    assert back.label == "Where it began"

    page = open_list(back.click().run())

    assert conversation_of(page) == parent
    assert page.query_params["conversation"] == parent.id
    assert "**Where it began**" in words(page)
    assert page.button(key=f"talk-branch-go-{branch.id}").label == "Result of get\\_weather"


def test_two_branches_stand_beside_each_other(finished_turn, scripted):
    parent = conversation_of(finished_turn)
    scripted.reply(text_stream("It snows in Paris."))
    page = open_list(change(finished_turn, result="snow"))

    page = page.button(key=f"talk-branch-compare-{parent.id}").click().run()

    shown = [block.value for block in page.code]
    assert "Both begin with the same 2 messages." in words(page)
    assert [text for text in shown if text[:2] in ("- ", "+ ")] == [
        "- rain",
        "+ snow",
        "- It rains in Paris.",
        "+ It snows in Paris.",
    ]


def test_a_branch_is_opened_by_its_address(finished_turn, open_page, scripted):
    scripted.reply(text_stream("It snows in Paris."))
    branch = conversation_of(change(finished_turn, result="snow"))

    page = open_page(conversation=branch.id)

    assert conversation_of(page) == branch
    assert "It snows in Paris." in words(page)


def test_a_round_more_stands_alone_and_what_is_said_again_is_one_line(finished_turn, scripted):
    parent = conversation_of(finished_turn)
    scripted.reply(call_stream([("get_wind", {})]))
    scripted.reply(text_stream("It rains in Paris."))
    page = answer(change(finished_turn, result="snow"), "calm")
    page = open_list(page)

    page = page.button(key=f"talk-branch-compare-{parent.id}").click().run()

    shown = words(page)
    assert "Answer, the same in both: It rains in Paris\\." in shown
    assert "Result of get\\_wind" in shown
    assert "+ get_wind\n+ {}" in shown


def test_a_tool_may_be_called_anything(open_page, scripted):
    scripted.reply(call_stream([("![x](http://evil/) **b**", {})]))
    page = answer(say(open_page(), "Weather?"), "rain")

    page = open_list(change(page, result="snow"))

    assert "**Result of \\!\\[x\\]" in words(page)
