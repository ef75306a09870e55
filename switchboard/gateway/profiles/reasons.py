"""Why a field is not sent, in words for the person who set it."""

_WORDS = {
    "max_tokens": "{who} refuse{s} max_tokens; the limit goes into max_completion_tokens.",
    "max_completion_tokens": "{who} refuse{s} max_completion_tokens; the limit goes into"
    " max_tokens.",
    "n": "{who} give{s} one answer to a request, so n is refused.",
    "name": "{who} refuse{s} names on messages.",
    "strict": "{who} refuse{s} strict on tools.",
    "stream_options": "{who} refuse{s} stream_options; usage may be missing from streams.",
    "tools": "{who} refuse{s} tools.",
}
_ANY = "{who} refuse{s} {field}."


def refused_by(who: str, *fields: str, plural: bool = False) -> dict[str, str]:
    """Fields and the sentence that says who refuses them."""
    s = "" if plural else "s"
    return {each: _WORDS.get(each, _ANY).format(who=who, s=s, field=each) for each in fields}
