"""``response_format``: what is asked for as JSON is valid JSON of that form."""

import json
from enum import Enum

import openai
from pydantic import BaseModel
from toolbox import Ask


class Mood(Enum):
    CALM = "calm"
    ANGRY = "angry"


class Person(BaseModel):
    name: str
    email: str


class Event(BaseModel):
    title: str
    day: str
    seats: int
    mood: Mood
    people: list[Person]
    place: str | None


def test_a_json_object_is_one(ask: Ask):
    reply = ask("Say something as JSON", response_format={"type": "json_object"})

    assert json.loads(reply.choices[0].message.content) == {
        "question": "Say something as JSON",
        "note": "Switchboard's offline gateway wrote this; it is no language model.",
    }


def test_the_official_client_parses_a_form_into_its_class(client: openai.OpenAI):
    question = 'A calm event titled "Picnic" on 2026-12-01 with 12 seats in Oslo'

    reply = client.chat.completions.parse(
        model="offline-chat",
        messages=[{"role": "user", "content": question}],
        response_format=Event,
    )
    event = reply.choices[0].message.parsed

    assert (event.title, event.day, event.seats, event.mood, event.place) == (
        "Picnic",
        "2026-12-01",
        12,
        Mood.CALM,
        "Oslo",
    )


def test_a_form_that_is_no_object_is_met_too(ask: Ask):
    schema = {"type": "array", "items": {"type": "integer"}, "minItems": 2}
    form = {"type": "json_schema", "json_schema": {"name": "numbers", "schema": schema}}

    numbers = json.loads(ask("hi", response_format=form).choices[0].message.content)

    assert len(numbers) >= 2
    assert all(isinstance(number, int) for number in numbers)
