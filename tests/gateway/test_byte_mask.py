"""A key that a gateway echoes is masked wherever the reply is cut."""

import pytest

from switchboard.gateway.byte_mask import masked_pieces

KEY = "sk-s3cr3t"
REPLY = b'{"error":"Incorrect key: sk-s3cr3t, sk-s3, sk-s3cr3t"}'
MASKED = b'{"error":"Incorrect key: ***, sk-s3, ***"}'


@pytest.mark.parametrize("cut", range(len(REPLY) + 1))
def test_a_key_is_masked_wherever_the_reply_is_cut(cut):
    assert b"".join(masked_pieces([REPLY[:cut], REPLY[cut:]], [KEY])) == MASKED


def test_a_key_that_comes_byte_by_byte_is_masked():
    assert b"".join(masked_pieces([bytes([byte]) for byte in REPLY], [KEY])) == MASKED


def test_what_is_no_beginning_of_a_key_is_given_at_once():
    assert list(masked_pieces([b"data: 1\n\n", b"data: s", b"o\n\n"], [KEY])) == [
        b"data: 1\n\n",
        b"data: ",
        b"so\n\n",
    ]


def test_the_beginning_of_a_key_at_the_very_end_is_not_lost():
    assert list(masked_pieces([b"ends in sk-"], [KEY])) == [b"ends in ", b"sk-"]


@pytest.mark.parametrize("secrets", [[], [""]])
def test_without_a_key_every_piece_passes_as_it_came(secrets):
    assert list(masked_pieces([b"a", b"b"], secrets)) == [b"a", b"b"]
