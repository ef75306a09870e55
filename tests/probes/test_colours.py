"""Red is seen by whoever says so, and by nobody else."""

import pytest

from switchboard.probes.colours import says_red


@pytest.mark.parametrize(
    "text",
    ["Red", "red.", "**Red**", "The square is RED!", "Rot", "C'est rouge.", "红色", "這是紅色的。"],
)
def test_whoever_names_red_has_seen_it(text):
    assert says_red(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot see any colored square.",
        "no image was shared with me",
        "It is rendered blue.",
        "Rotated.",
        "I predict that it is wrapped.",
        "It is not red.",
        "It isn't red.",
        "I can’t tell whether it is red.",
        "Red or blue.",
        "Das ist kein Rot.",
        "不是红色",
        "蓝色",
    ],
)
def test_whoever_names_another_colour_or_denies_has_not(text):
    assert not says_red(text)
