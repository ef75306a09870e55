"""Branches in the order in which their tree is read."""

from datetime import timedelta

import pytest

from switchboard.branches import branch_tree
from switchboard.summaries import ConversationSummary
from tests.store.records import NOON


def line(name: str, parent: str | None = None, *, minutes: int = 0) -> ConversationSummary:
    return ConversationSummary(
        id=name,
        parent=parent,
        at=None,
        said="",
        updated_at=NOON + timedelta(minutes=minutes),
        title="Weather?",
        ending="answered",
        last_words="",
    )


@pytest.mark.parametrize(
    ("summaries", "tree"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([line("root")], [(0, "root")], id="alone"),
        pytest.param(
            [line("root"), line("a", "root"), line("b", "root")],
            [(0, "root"), (1, "a"), (1, "b")],
            id="two branches in the order given",
        ),
        pytest.param(
            [line("a1", "a"), line("b", "root"), line("a", "root"), line("root"), line("a2", "a")],
            [(0, "root"), (1, "b"), (1, "a"), (2, "a1"), (2, "a2")],
            id="what left a branch stands below it",
        ),
        pytest.param(
            [line("root"), line("orphan", "gone"), line("child", "orphan")],
            [(0, "root"), (0, "orphan"), (1, "child")],
            id="an orphan stands at the root with what left it",
        ),
    ],
)
def test_branches_are_read_from_the_root_down(summaries, tree):
    assert [(one.depth, one.summary.id) for one in branch_tree(summaries)] == tree


def test_a_thousand_branches_of_branches_are_a_tree_too():
    chain = [line("0"), *(line(str(n), str(n - 1)) for n in range(1, 1_000))]

    assert branch_tree(chain)[-1].depth == 999
