"""Values made up from a schema, another for each seed."""

import pytest

from switchboard.simulate import sample, seeded_sample
from switchboard.tools import value_problems

WEATHER = {
    "type": "object",
    "properties": {
        "city": {"type": "string"},
        "sky": {"enum": ["sun", "rain", "snow"]},
        "temperature_c": {"type": "number", "minimum": -40, "maximum": 50},
        "observed_at": {"type": "string", "format": "date-time"},
        "alerts": {"type": "array", "items": {"type": "string", "maxLength": 20}},
        "plate": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{3}$"},
        "source": {"const": "station"},
    },
    "required": ["city", "sky", "temperature_c"],
    "additionalProperties": False,
}


@pytest.mark.parametrize("seed", range(30))
def test_every_seed_gives_a_value_that_fits(seed):
    assert value_problems(seeded_sample(WEATHER, seed=str(seed)), WEATHER) == []


def test_the_same_seed_gives_the_same_and_others_give_others():
    values = [str(seeded_sample(WEATHER, seed=str(seed))) for seed in range(30)]

    assert values == [str(seeded_sample(WEATHER, seed=str(seed))) for seed in range(30)]
    assert len(set(values)) > 20


def test_names_say_what_values_are_likely():
    value = seeded_sample(WEATHER, seed="1")

    assert value["city"] in ("Paris", "Rome", "Lisbon", "Oslo", "Kyoto", "Quito", "Nairobi")
    assert value["observed_at"].startswith("2026-")
    assert value["source"] == "station"


@pytest.mark.parametrize(
    "schema",
    [
        {"not": {}},
        {"type": "object", "required": ["a"], "properties": {"a": False}},
        {},
        {"type": "text"},
    ],
    ids=str,
)
def test_where_no_value_is_known_to_fit_it_is_the_plain_one(schema):
    assert seeded_sample(schema, seed="1") == sample(schema)
