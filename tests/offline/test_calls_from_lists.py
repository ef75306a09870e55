"""Lists and nested objects from messages."""

import pytest
from toolbox import EVENT, PARCEL, SHOPPING, TODO, Ask, calls_of

DEEPER = [
    (
        "Add 6 apples, 2 l of milk and 1 pack of coffee to my shopping list.",
        [
            (
                "add_to_shopping_list",
                {
                    "items": [
                        {"name": "apples", "quantity": 6},
                        {"name": "milk", "quantity": 2, "unit": "l"},
                        {"name": "coffee", "quantity": 1, "unit": "pack"},
                    ]
                },
            )
        ],
    ),
    (
        "Put bread and butter on my shopping list",
        [
            (
                "add_to_shopping_list",
                {"items": [{"name": "bread", "quantity": 1}, {"name": "butter", "quantity": 1}]},
            )
        ],
    ),
    (
        "买三个苹果和两瓶牛奶",
        [
            (
                "add_to_shopping_list",
                {"items": [{"name": "苹果", "quantity": 3}, {"name": "牛奶", "quantity": 2}]},
            )
        ],
    ),
    (
        "Send a parcel of 2.5 kg from Li Na in Shanghai, China to Ana Silva in Lisbon, Portugal.",
        [
            (
                "send_parcel",
                {
                    "sender": {"name": "Li Na", "city": "Shanghai", "country": "China"},
                    "recipient": {"name": "Ana Silva", "city": "Lisbon", "country": "Portugal"},
                    "weight_kg": 2.5,
                },
            )
        ],
    ),
    (
        "Add call the plumber, water the plants and pay the rent to my tasks",
        [("add_todos", {"tasks": ["call the plumber", "water the plants", "pay the rent"]})],
    ),
]


def test_a_list_goes_to_a_parameter_that_takes_a_list_in_one_call(ask: Ask):
    message = "Create an event 'Demo' on 2026-12-01 with bob@example.org and ann@example.org"

    assert calls_of(ask(message, EVENT)) == [
        (
            "create_event",
            {
                "title": "Demo",
                "date": "2026-12-01",
                "attendees": ["bob@example.org", "ann@example.org"],
            },
        )
    ]


@pytest.mark.parametrize(("message", "expected"), DEEPER, ids=[message for message, _ in DEEPER])
def test_lists_and_nested_objects_are_filled_from_the_message(ask: Ask, message, expected):
    assert calls_of(ask(message, SHOPPING, PARCEL, TODO)) == expected
