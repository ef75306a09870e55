import pytest

from switchboard.gateway.usage_reading import read_usage


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        pytest.param(
            {
                "prompt_tokens": 65,
                "completion_tokens": 16,
                "total_tokens": 81,
                "prompt_tokens_details": {"cached_tokens": 10},
                "completion_tokens_details": {"reasoning_tokens": 4},
            },
            (65, 16, 81, 10, 4),
            id="openai",
        ),
        pytest.param(
            {"prompt_tokens": 12, "completion_tokens": 1, "prompt_cache_hit_tokens": 8},
            (12, 1, None, 8, None),
            id="deepseek",
        ),
        pytest.param(
            {"prompt_tokens": 12, "completion_tokens": 1, "total_tokens": 13, "cached_tokens": 3},
            (12, 1, 13, 3, None),
            id="moonshot",
        ),
        pytest.param(
            {
                "prompt_tokens": 291,
                "completion_tokens": 26,
                "total_tokens": 513,
                "completion_tokens_details": {"reasoning_tokens": 196},
            },
            (291, 222, 513, None, 196),
            id="xai leaves reasoning out of the output",
        ),
        pytest.param(
            {"input_tokens": 5, "output_tokens": 3, "input_tokens_details": {"cached_tokens": 1}},
            (5, 3, None, 1, None),
            id="responses",
        ),
        pytest.param(
            {"prompt_tokens": 8, "completion_tokens": 5, "reasoning_tokens": 2},
            (8, 5, None, None, 2),
            id="perplexity",
        ),
        pytest.param(
            {"prompt_tokens": 298, "prompt_tokens_details": {"cached_tokens": 387}},
            (298, None, None, 298, None),
            id="no more cached than sent",
        ),
        pytest.param(
            {"prompt_tokens": 5.0, "completion_tokens": True, "total_tokens": "8"},
            (5, None, None, None, None),
            id="numbers only",
        ),
        pytest.param(
            {"prompt_tokens": -1, "completion_tokens": float("inf"), "prompt_tokens_details": None},
            (None, None, None, None, None),
            id="nonsense is unknown",
        ),
        pytest.param({"prompt_tokens": 0}, (0, None, None, None, None), id="zero is said"),
    ],
)
def test_usage_is_read_in_the_shapes_gateways_give_it(raw, tokens):
    usage = read_usage(raw)

    assert tokens == (
        usage.input_tokens,
        usage.output_tokens,
        usage.total_tokens,
        usage.cached_tokens,
        usage.reasoning_tokens,
    )
    assert usage.raw == raw
