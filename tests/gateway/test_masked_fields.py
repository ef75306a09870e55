"""No key is kept out of JSON that a person writes."""

import pytest

from switchboard.gateway.masked_fields import mask_fields


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('{"api_key": "hunter2"}', '{"api_key": "***"}'),
        ('{"api_key": "hun', '{"api_key": "***"'),
        ('{"api_key": "hun\n}', '{"api_key": "***"\n}'),
        ('{"api_key":\n "a\\"hunter2", "b": 1}', '{"api_key":\n "***", "b": 1}'),
        (r'{"api\u005fkey": "hunter2"}', r'{"api\u005fkey": "***"}'),
        ('{"a": [{"password": "hunter2"}]}', '{"a": [{"password": "***"}]}'),
        ('{"api_keys": ["x", "hunter2"], "n": 1}', '{"api_keys": "***", "n": 1}'),
        ('{"a": "sk-abcdefgh12345678"}', '{"a": "sk-***"}'),
        ('{"a": "Bearer hunter2hunter2"', '{"a": "Bearer ***"'),
    ],
)
def test_what_may_be_a_key_is_masked_also_while_it_is_written(typed, kept):
    assert mask_fields(typed) == kept
    assert mask_fields(kept) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "{", '{"top_k": 40}', '{"prompt_cache_key": "team-a"}', '{"a": "b", "max_tokens": 5}'],
)
def test_what_is_no_key_stays_as_it_was_typed(typed):
    assert mask_fields(typed) == typed
