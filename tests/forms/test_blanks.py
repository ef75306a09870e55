"""What a field begins with, where its schema would have no end."""

from switchboard.forms import Named, blank, form_of, value_of


def objects_in(answer):
    if not isinstance(answer, Named):
        return 0
    return 1 + sum(objects_in(member) for _, member in answer.members)


def test_a_schema_that_requires_itself_many_times_over_begins_with_no_more_than_can_be_drawn():
    itself = {"type": "object", "required": ["a", "b", "c", "d"]}
    itself["properties"] = {name: {"$ref": "#"} for name in itself["required"]}

    begun = blank(form_of(itself))

    assert objects_in(begun) == 29
    assert set(value_of(begun)) == {"a", "b", "c", "d"}


def test_what_is_required_is_there_with_its_default():
    schema = {
        "type": "object",
        "required": ["unit", "any"],
        "properties": {"unit": {"type": "string", "default": "C"}, "any": {"default": [1]}},
    }

    assert value_of(blank(form_of(schema))) == {"unit": "C", "any": [1]}
