"""Names of faults and oddities: as a suffix or a header, mistyped, and listed."""

import pytest

from switchboard.offline.__main__ import main
from switchboard.offline.faults.table import FAULTS
from switchboard.offline.oddities.table import ODDITIES


def test_names_are_told_apart_and_each_has_a_sentence():
    names = [each.name for each in (*FAULTS, *ODDITIES)]

    assert len(names) == len(set(names))
    assert all(each.says.endswith(".") for each in (*FAULTS, *ODDITIES))
    assert not any(name.endswith("-always") for name in names)


def test_a_header_asks_for_a_fault_of_any_model(post):
    assert post("offline-chat", fault="503").status_code == 503
    assert post("offline-chat", fault="503").status_code == 200
    assert post("offline-reasoner", fault="html").content.startswith(b"<!DOCTYPE html>")


def test_a_header_counts_more_than_the_suffix(post):
    assert post("offline-flaky:500", fault="503").status_code == 503


@pytest.mark.parametrize(
    ("model", "named", "unnamed"),
    [
        ("offline-flaky:nonsense", "429, 500, 503, cut-word, cut-arguments", "same-index, no-"),
        ("offline-odd:nonsense", "same-index, no-index", "429, 500"),
    ],
)
def test_an_unknown_suffix_is_answered_with_the_names_of_its_kind(post, model, named, unnamed):
    reply = post(model)

    error = reply.json()["error"]
    assert (reply.status_code, error["code"]) == (404, "model_not_found")
    assert "nothing is called `nonsense`" in error["message"]
    assert named in error["message"]
    assert unnamed not in error["message"]
    assert error["message"].endswith("`python -m switchboard.offline --faults`.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cut_word", "cut-word"),
        ("refuse-temprature-always", "refuse-temperature"),
        ("Silence", "silence"),
        ("same-indx", "same-index"),
    ],
)
def test_a_name_that_is_nearly_right_is_answered_with_the_right_one_first(post, typed, meant):
    message = post(f"offline-flaky:{typed}").json()["error"]["message"]

    assert f"nothing is called `{typed}`. Did you mean `{meant}`? Its faults:" in message


@pytest.mark.parametrize("model", ["offline-flaky:", "offline-odd:", "offline-flaky:429 "])
def test_half_a_suffix_is_unknown(post, model):
    assert post(model).status_code == 404


def test_other_models_take_no_suffix(post):
    assert post("offline-chat:429").status_code == 404


def test_an_unknown_header_is_answered_with_the_nearest_name(post):
    reply = post("offline-chat", fault="sient")

    assert reply.status_code == 400
    assert reply.json()["error"]["message"] == (
        "No fault or oddity is called `sient`. Did you mean `silence`? "
        "The list with what each does: `python -m switchboard.offline --faults`."
    )


def test_a_model_with_a_suffix_is_found_by_its_name(http, gateway):
    found = http.get(f"{gateway.base_url}/models/offline-flaky:429", timeout=10)
    missing = http.get(f"{gateway.base_url}/models/offline-flaky:nonsense", timeout=10)

    assert (found.status_code, found.json()["id"]) == (200, "offline-flaky:429")
    assert missing.status_code == 404


def test_the_command_lists_every_name_with_its_sentence(capsys):
    assert main(["--faults"]) == 0

    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "html A sign-in page with status 200." in lines
    assert "500* A server error." in lines
    assert "crlf Lines end with CR LF." in lines
    assert len(lines) == len(FAULTS) + len(ODDITIES) + 8
