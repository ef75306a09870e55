"""The matrix: tools × targets."""

from switchboard.lint import TARGETS, portability
from tests.lint.lint_cases import TEXT, closed, function, holding, tool

IDS = [each.id for each in TARGETS]
FITS_ALL = dict.fromkeys(IDS, "fits")


def verdicts(*written):
    tools = [tool(each, index=at) for at, each in enumerate(written)]
    return [{id: fit.verdict for id, fit in row.items()} for row in portability(tools).rows]


def test_a_closed_tool_with_everything_required_fits_all_but_gemini():
    assert verdicts(function(closed(city=TEXT))) == [{**FITS_ALL, "gemini": "change"}]


def test_an_open_one_fits_all_but_strict_modes():
    parameters = {"type": "object", "properties": {"city": TEXT}, "required": ["city"]}

    assert verdicts(function(parameters)) == [
        {**FITS_ALL, "openai-strict": "change", "anthropic-strict": "change"}
    ]


def test_one_breach_that_needs_a_person_outweighs_any_that_do_not():
    parameters = {"type": "object", "properties": {"headers": {"type": "object"}}}

    (row,) = verdicts(function(parameters))

    assert row["openai-strict"] == "refused"
    assert row["openai"] == "fits"


def test_advice_for_a_target_is_listed_and_refuses_nothing():
    (row,) = portability([tool(holding({"type": "number", "minimum": 1, **TEXT}))]).rows
    (number,) = portability([tool(holding({**TEXT, "type": "number", "minimum": 1}))]).rows

    assert row["llama.cpp"].breaches == ()
    assert number["llama.cpp"].verdict == "fits"
    assert [each.rule.id for each in number["llama.cpp"].breaches] == ["LC-SCHEMA"]


def test_wording_is_no_matter_of_portability():
    (row,) = portability([tool({"name": "do_it"})]).rows

    assert [each for fit in row.values() for each in fit.breaches if not each.target] == []


def test_a_name_too_long_is_refused_where_one_with_odd_characters_can_be_changed():
    fine = {"type": "object", "properties": {"city": TEXT}, "required": ["city"]}
    long, odd = verdicts(function(fine, name="n" * 65), function(fine, name="find order"))

    assert (long["openai"], long["mistral"], long["anthropic"]) == ("refused", "refused", "fits")
    assert (odd["openai"], odd["mistral"], odd["anthropic"]) == ("change", "change", "change")


def test_what_concerns_no_single_tool_stands_apart():
    fine = {"type": "object", "properties": {"city": TEXT}, "required": ["city"]}
    tools = [tool(function(fine, name=f"tool_{at}"), index=at) for at in range(129)]
    found = portability(tools)

    assert {id: fit.verdict for id, fit in found.whole.items()} == {
        **FITS_ALL,
        "openai": "refused",
        "openai-strict": "refused",
        "anthropic-strict": "refused",
    }
    assert {row["openai"].verdict for row in found.rows} == {"fits"}
    assert list(found.whole) == IDS


def test_the_second_tool_of_a_name_is_refused_in_its_own_row():
    fine = {"type": "object", "properties": {"city": TEXT}, "required": ["city"]}
    tools = [tool(function(fine), index=at) for at in range(2)]
    found = portability(tools)

    assert [row["mcp"].verdict for row in found.rows] == ["fits", "refused"]
    assert found.whole["mcp"].verdict == "fits"
    assert [row["openai-strict"].verdict for row in found.rows] == ["change", "change"]


def test_a_row_names_the_place_where_the_tool_stands_now():
    written = holding({"type": "array", "items": TEXT, "prefixItems": [TEXT]})
    places = [
        portability([tool(function(), index=0), tool(written, index=at)])
        .rows[1]["openai-strict"]
        .breaches[0]
        .path[:2]
        for at in (1, 7, 1)
    ]

    assert places == [(1, "function"), (7, "function"), (1, "function")]


def test_the_matrix_of_no_tools_has_no_rows():
    assert portability([]).rows == ()
