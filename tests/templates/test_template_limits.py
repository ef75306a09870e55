"""Templates that would never end, or would fill the memory: each a failure, and the next works."""

import threading
from contextlib import contextmanager
from time import sleep

import pytest
from rendering_over import failure, needs_proc, peak_kib, rendered

from switchboard.templates import pool

pytestmark = pytest.mark.timeout(30)

LATE = "The template took longer than 0.9 s. Does it loop too often?"
LARGE = "The template needed more than 40 MiB of memory. Make its texts shorter."
LONG = "The result is longer than 1,100,000 characters."
DEEP = "Line 1: It goes too deep: something in it calls or contains itself."

LOOP = "{% for i in range(99999) %}"
DOUBLING = (
    "{% set n = namespace(x='ab') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
)
ENDLESS = {
    "nested loops": LOOP * 3 + "{% endfor %}" * 3,
    "a power": "{{ 10 ** (10 ** 8) }}",
    "a huge number written": "{{ '%d' % 7 ** (7 ** 9) }}",
    "macros that double": "".join(
        f"{{% macro m{n}() %}}{{{{ m{n + 1}() }}}}{{{{ m{n + 1}() }}}}{{% endmacro %}}"
        for n in range(40)
    )
    + "{% macro m40() %}{% endmacro %}{{ m0() }}",
    "an endless filter": LOOP + "{{ range(99999)|sum }}{% endfor %}",
    "replacing": LOOP + "{% set x = ('a' * 10 ** 6).replace('a', 'b') %}{% endfor %}",
}
RECURSIVE = {
    "a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "two macros": "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}"
    "{{ a() }}",
    "a loop": "{% for x in [[]] recursive %}{{ loop([x]) }}{% endfor %}",
    "a block": "{% block a %}{{ self.a() }}{% endblock %}",
}
GIGANTIC = {
    "multiplied text": ("{{ 'a' * 10 ** 10 }}", LARGE),
    "multiplied text not shown": ("{{ ('a' * 10 ** 9)|length }}", LARGE),
    "multiplied list": ("{{ [0] * 10 ** 9 }}", LARGE),
    "list of texts": ("{{ (['abcdefgh' * 99] * 10 ** 6)|join }}", LARGE),
    "centred": ("{{ 'a'|center(10 ** 9) }}", LARGE),
    "centred by Python": ("{{ 'a'.center(10 ** 9) }}", LARGE),
    "indented": ("{{ ('a\n' * 10 ** 5)|indent(10 ** 5) }}", LARGE),
    "percent": ("{{ '%1000000000d' % 1 }}", LARGE),
    "percent by filter": ("{{ '%01000000000d'|format(1) }}", LARGE),
    "format": ("{{ '{:1000000000}'.format(1) }}", LARGE),
    "format of a format": ("{{ '{:{}}'.format(1, 10 ** 9) }}", LARGE),
    "doubling": (DOUBLING, LARGE),
    "replaced": ("{{ ('a' * 10 ** 4).replace('a', 'b' * 10 ** 5) }}", LARGE),
    "joined": ("{{ ('b' * 10 ** 5).join('a' * 10 ** 4) }}", LARGE),
    "indented JSON": ("{{ [[1]]|tojson(indent=10 ** 9) }}", LARGE),
    "a little each time": (LOOP + "{{ 'a' * 1000 }}" + "{% endfor %}", LONG),
    "just too long": ("{{ 'a' * 1100001 }}", LONG),
    "a range": ("{{ range(10 ** 9) }}", None),
}
TOO_MUCH = {
    **{name: (text, LATE) for name, text in ENDLESS.items()},
    **{f"recursive: {name}": (text, DEEP) for name, text in RECURSIVE.items()},
    **GIGANTIC,
}


@pytest.mark.parametrize(("text", "sentence"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_a_failure_and_the_next_template_works(text, sentence):
    told = failure(text)

    assert told.startswith("Line 1: ") if sentence is None else told == sentence
    assert rendered("{{ city }}", city="Paris") == "Paris"


@needs_proc
@pytest.mark.parametrize("text", [text for text, _ in GIGANTIC.values()], ids=GIGANTIC)
def test_a_template_gets_no_more_than_50_mib(text):
    with watched_worker() as growth_kib:
        failure(text)

    assert max(growth_kib) <= 50 * 1024


def test_the_longest_result_is_rendered():
    assert len(rendered("{{ 'a' * 1100000 }}")) == 1_100_000


def test_a_template_that_is_too_long_is_not_rendered():
    assert rendered("a" * 100_000) == "a" * 100_000
    assert failure("a" * 100_001) == "A template has at most 100,000 characters."


def test_arguments_that_are_nested_too_deeply_are_a_failure():
    deep = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(pool.TemplateFailure, match=r"nested too deeply for a template\.$"):
        rendered("{{ x }}", x=deep)


@contextmanager
def watched_worker():
    """By how many KiB the memory in use of the worker that renders next grows, over and over."""
    pool.shared_pool().close()
    rendered("")
    pid = pool.shared_pool().idle_pids[-1]
    before, growth, ended = peak_kib(pid), [0], threading.Event()

    def watch():
        while not ended.is_set():
            growth.append(peak_kib(pid) - before)
            sleep(0.001)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield growth
    finally:
        ended.set()
        watcher.join()
