import json

import pytest

from conformance import real_tools
from conformance.material import argument_vectors, needs_material
from switchboard.tools import check_toolset

pytestmark = needs_material


def test_every_real_tool_is_understood_as_it_was_found():
    assert len(real_tools.opened()) == 355
    assert real_tools.not_opened() == []


def test_every_real_tool_but_one_that_breaks_its_own_strictness_can_be_sent():
    assert real_tools.not_sendable() == ["insert_level_with_spaces"]


def test_every_real_tool_as_it_was_found_gives_tools_or_problems_with_lines():
    for _, raw in real_tools.real_tools().values():
        toolset = check_toolset(json.dumps(raw))

        assert toolset.tools
        assert all(problem.line for problem in toolset.problems)


def test_two_independent_validators_agree_on_every_vector():
    assert len(argument_vectors()) == 4_101
    assert real_tools.disagreeing() == []


def test_every_real_tool_is_judged_by_rules_of_the_table():
    assert real_tools.not_linted() == []


def test_a_fitted_real_tool_needs_no_further_change():
    assert real_tools.not_fitted() == []


@pytest.mark.parametrize("format", real_tools.WRITTEN)
def test_every_real_tool_is_written_and_comes_back_but_for_what_the_losses_name(format):
    assert real_tools.not_converted(format) == []
