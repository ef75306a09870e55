"""Advice on wording."""

from tests.lint.lint_cases import CITY, FINE, OBJECT, Case, closed, function, holding


def described(text, **others):
    return holding({"type": "string", "description": text, **others})


WORDING_CASES = (
    Case("W-DESC", {"name": "find_order"}, (), "The tool has no description", FINE),
    Case("W-DESC", function(description=" "), ("description",), "no description", FINE),
    Case(
        "W-DESC-NAME",
        function(name="findOrders", description="Finds the order."),
        ("description",),
        "only repeats the name",
        function(name="findOrders", description="Finds the order of a customer."),
    ),
    Case(
        "W-DESC-LONG",
        function(description="d " * 1_001),
        ("description",),
        "has 2,002 characters, paid for in every request",
        function(description="d " * 1_000),
    ),
    Case(
        "W-NAME",
        function(OBJECT, name="do_it"),
        ("name",),
        "`do_it` says little about what the tool does",
        function(OBJECT, name="do_backup"),
    ),
    Case("W-PARAM", holding({"type": "string"}), CITY, "`city` has no description", FINE),
    Case(
        "W-PARAM-SAME",
        described("The city."),
        (*CITY, "description"),
        "of `city` only repeats its name",
        described("The city, in English."),
    ),
    Case(
        "W-PARAM-LONG",
        described("d " * 501),
        (*CITY, "description"),
        "of `city` has 1,001 characters",
        described("d " * 500),
    ),
    Case(
        "W-PARAM-NAME",
        function(closed(order=closed(data={"type": "string", "description": "All of it."}))),
        ("parameters", "properties", "order", "properties", "data"),
        "The name `order.data` says little",
        FINE,
    ),
    *(
        Case(
            "W-PARAM-ENUM",
            described(text),
            CITY,
            f"of `city` lists its values (`{values}`)",
            described(text, enum=["a", "b"]),
        )
        for text, values in (
            ("One of: paris, rome, oslo.", "paris, rome, oslo."),
            ("The unit, one of celsius or fahrenheit", "celsius or fahrenheit"),
            ("Allowed values are 'asc' | 'desc'", "'asc' | 'desc'"),
            ("Sort order. Options: asc/desc", "asc/desc"),
            (
                "What to do.\nOptions are:\n- 'add' - adds\n- 'remove' - takes away",
                "'add', 'remove'",
            ),
        )
    ),
    *(
        Case(
            "W-PARAM-ENUM",
            described("One of: a, b"),
            CITY,
            "Put them into `enum`",
            described(text),
        )
        for text in (
            "One of the users, or a group.",
            "Provide either this or that, but not both.",
            "Common values: 'read', 'update'.",
            "Must be text, not HTML.",
            "Options:\n- may be empty\n- may be long",
        )
    ),
)
