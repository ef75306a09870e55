"""A form with one answer changed; the others stay as they are."""

from switchboard.forms.answers import Answer, Chosen, Listed, Named, Path


def answer_at(answer: Answer, path: Path) -> Answer | None:
    """What stands at the path; ``None`` where it leads nowhere."""
    for step in path:
        inner = _inner(answer, step)
        if inner is None:
            return None
        answer = inner
    return answer


def with_answer(answer: Answer, path: Path, new: Answer) -> Answer:
    """The answer at the path replaced, or put last where an object does not have it yet.

    A path that leads nowhere changes nothing.
    """
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(answer, Named) and isinstance(first, str) and not rest:
        return Named(tuple({**dict(answer.members), first: new}.items()))
    inner = _inner(answer, first)
    if inner is None:
        return answer
    return _with_inner(answer, first, with_answer(inner, rest, new))


def with_item(answer: Answer, path: Path, new: Answer) -> Answer:
    """One entry more at the end of the list at the path."""
    found = answer_at(answer, path)
    if not isinstance(found, Listed):
        return answer
    return with_answer(answer, path, Listed((*found.items, new)))


def without_answer(answer: Answer, path: Path) -> Answer:
    """Without the property, or the list's entry, at the path."""
    *to_holder, last = path
    holder = answer_at(answer, tuple(to_holder))
    if isinstance(holder, Named):
        members = tuple(member for member in holder.members if member[0] != last)
        return with_answer(answer, tuple(to_holder), Named(members))
    if isinstance(holder, Listed):
        items = tuple(item for at, item in enumerate(holder.items) if at != last)
        return with_answer(answer, tuple(to_holder), Listed(items))
    return answer


def _inner(answer: Answer, step: str | int | None) -> Answer | None:
    if isinstance(answer, Chosen) and step is None:
        return answer.answer
    if isinstance(answer, Named) and isinstance(step, str):
        return answer.get(step)
    if isinstance(answer, Listed) and isinstance(step, int) and 0 <= step < len(answer.items):
        return answer.items[step]
    return None


def _with_inner(answer: Answer, step: str | int | None, new: Answer) -> Answer:
    if isinstance(answer, Chosen):
        return Chosen(answer.branch, new)
    if isinstance(answer, Named):
        return Named(tuple((name, new if name == step else old) for name, old in answer.members))
    if isinstance(answer, Listed):
        return Listed(tuple(new if at == step else old for at, old in enumerate(answer.items)))
    return answer
