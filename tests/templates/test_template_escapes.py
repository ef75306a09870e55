"""The known ways out of Jinja's sandbox, each of which leads nowhere."""

import os
from pathlib import Path

import pytest
from rendering_over import failure, needs_proc, rendered

from switchboard.templates.process import Worker

ALONE = "Line 1: A template stands alone: it can't include, import or extend another."
IS_UNSAFE = r"""
{{ ''.__class__.__mro__[1].__subclasses__() }}
{{ ''['__class__'] }}
{{ ''['__cla' ~ 'ss__'] }}
{{ ''["\x5f\x5fclass\x5f\x5f"] }}
{{ ''|attr('__class__') }}
{{ ''|attr('\x5f\x5fclass\x5f\x5f') }}
{{ [1]|map(attribute='__class__')|list }}
{{ ['']|map(attribute='__class__.__mro__')|list }}
{{ ['']|map('attr', '__class__')|list }}
{{ [('a',)]|groupby('__class__') }}
{{ ['']|sum(attribute='__class__') }}
{{ ['b', 'a']|sort(attribute='__class__') }}
{{ ['']|selectattr('__class__.__mro__')|list }}
{{ '{0.__class__}'.format(tool) }}
{{ '{0.__class__.__mro__}'.format('') }}
{{ '{x.__class__}'.format_map({'x': 1}) }}
{{ ('{0.__class__}'|attr('format'))(1) }}
{{ '{0.__class__}'['format'](1) }}
{{ ('{0.__class__}'|escape).format(1) }}
{{ '%s'|format(tool.__class__) }}
{{ cycler.__init__.__globals__ }}
{{ joiner.__init__.__globals__.os }}
{{ namespace.__init__.__globals__ }}
{{ namespace(x=1).__class__ }}
{% set x = namespace() %}{% set x.__class__ = 1 %}{{ x.__class__ }}
{{ dict.__base__.__subclasses__() }}
{{ dict.mro() }}
{{ self.__init__ }}
{{ self._TemplateReference__context }}
{{ self|attr('_TemplateReference__context') }}
{{ self['_TemplateReference__context'] }}
{{ days.__globals__ }}
{{ days.__code__ }}
{{ random._random }}
{{ random.number.__func__.__globals__ }}
{{ fake.name.__self__.__dict__ }}
{{ fake|attr('_random') }}
{{ now.__reduce__() }}
{{ cycler('a').next.__func__ }}
{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}
{% for x in [1] %}{{ loop._iterator }}{% endfor %}
{{ ([1]|map('string')).gi_frame }}
{{ ([1]|map('string'))|attr('gi_frame') }}
{{ ([1]|map('string')).gi_code }}
{{ nothing.__class__ }}
{{ arguments.clear() }}
{{ arguments.update({'a': 1}) }}
{{ [].append(1) }}
""".strip().splitlines()
IS_UNDEFINED = {
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "request": "{{ request.application.__globals__ }}",
    "config": "{{ config.items() }}",
    "url_for": "{{ url_for.__globals__ }}",
    "open": "{{ open('/etc/passwd').read() }}",
    "__import__": "{{ __import__('os') }}",
    "__builtins__": "{{ __builtins__ }}",
    "os": "{{ os.environ }}",
    "environment": "{{ environment.loader }}",
    "context": "{{ context.environment }}",
    "caller": "{{ caller() }}",
}
OTHERS = """
{% include '/etc/passwd' %}
{% include ['a', 'b'] %}
{% import 'os' as os %}
{% from 'os' import environ %}
{% extends 'base.html' %}
{% import self as x %}
""".strip().splitlines()


@pytest.mark.parametrize("text", IS_UNSAFE)
def test_what_python_keeps_inside_is_not_reached(text):
    assert failure(text).endswith("is unsafe.")


@pytest.mark.parametrize(("name", "text"), IS_UNDEFINED.items(), ids=IS_UNDEFINED)
def test_what_other_programs_put_into_templates_is_not_there(name, text):
    assert failure(text) == f"Line 1: '{name}' is undefined."


@pytest.mark.parametrize("text", OTHERS)
def test_a_template_stands_alone(text):
    assert failure(text) == ALONE


@pytest.mark.parametrize("text", ["{% do 1 %}", "{% debug %}", "{% trans %}x{% endtrans %}"])
def test_jinjas_extensions_are_not_there(text):
    assert "unknown tag" in failure(text)


def test_a_key_called_like_an_inside_of_python_is_a_key():
    assert rendered("{{ arguments.__class__ }}", __class__="a text") == "a text"


@pytest.fixture
def worker(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-hidden4711")
    made = Worker()
    made.warm_up()
    yield made
    made.end()


@needs_proc
def test_the_worker_has_no_key_in_its_environment(worker):
    environment = Path(f"/proc/{worker.pid}/environ").read_bytes()

    assert b"PYTHONPATH=" in environment
    assert b"hidden4711" not in environment
    assert b"OPENAI" not in environment


@needs_proc
def test_the_worker_has_only_its_pipes_open_and_can_open_nothing_else(worker):
    limits = Path(f"/proc/{worker.pid}/limits").read_text()

    assert sorted(os.listdir(f"/proc/{worker.pid}/fd")) == ["0", "1", "2"]
    assert [line.split()[-3:-1] for line in limits.splitlines() if "open files" in line] == [
        ["3", "3"]
    ]
