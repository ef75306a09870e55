"""Any text is read as Python without being run, without an exception, and within bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.formats.python_source import is_python, read_python_source

PIECES = st.sampled_from(
    [
        "def f(a: int = 1): ...",
        "def g(*a, **k: E): pass",
        "async def h(x: A | None = E.C): ...",
        "    def m(self, x: Optional[Literal[E.C, 'b']]): ...",
        "class A(BaseModel):",
        "class E(Enum):",
        "class T(TypedDict, total=False):",
        "@dataclass",
        "@tool('n')",
        "    x: 'A' = Field(None, ge=1)",
        "    C = auto()",
        "    '''Do.",
        "    Args:",
        "        a: b",
        "    '''",
        "A = B",
        "B = A",
        "x: Annotated[int, Field()] = 3",
        "type X = int",
        "if x:",
        "(",
        "]",
        "\\",
        "\t",
        "\x00",
    ]
)


@given(st.lists(PIECES, max_size=12).map("\n".join) | st.text(max_size=80))
def test_any_text_gives_a_reading(text):
    reading = read_python_source(text)

    assert bool(reading.entries) != bool(reading.problems)
    assert reading.text
    assert is_python(text) in (True, False)


def test_a_syntax_error_is_told_with_its_line_and_column():
    (problem,) = read_python_source("def f(:\n    pass").problems

    assert problem.message == "This is not Python 3: invalid syntax."
    assert (problem.line, problem.column) == (1, 7)


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "-" * 500_000 + "1",
        "x = a" + ".b" * 200_000,
        "x = " + " + ".join(["'a'"] * 100_000),
        "if x:\n  pass\n" + "elif y:\n  pass\n" * 30_000,
        "@a" + "()" * 50_000 + "\ndef f(): pass",
    ],
    ids=["signs", "dots", "sum", "elifs", "calls"],
)
def test_a_source_nested_too_deep_is_a_problem(source):
    (problem,) = read_python_source(source).problems

    assert problem.message == "This is nested too deep to be read. Make it flatter."


def test_nothing_of_a_source_is_run(tmp_path):
    mark = tmp_path / "mark"
    source = (
        f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n"
        f"def f(a=pathlib.Path({str(mark)!r}).touch(), b=9**9**9**9): ..."
    )

    assert len(read_python_source(source).entries) == 1
    assert not mark.exists()


def test_aliases_that_stand_for_ever_more_are_bounded():
    aliases = "".join(f"A{n} = tuple[A{n + 1}, A{n + 1}]\n" for n in range(60))
    reading = read_python_source(f"{aliases}A60 = int\ndef f(a: A0): ...")

    assert len(reading.text) < 50_000_000
    assert reading.notes == ("Types of which nothing is known here take any value: `…`.",)


def test_a_chain_of_thousands_of_classes_is_read():
    classes = "".join(f"class A{n}(BaseModel):\n    a: 'A{n + 1}'\n" for n in range(3_000))
    reading = read_python_source(f"{classes}class A3000(BaseModel):\n    x: int\ndef f(a: A0): ...")

    assert reading.problems == ()
    assert reading.notes == (
        "Where a tool would need more than 200 schemas, those farthest from it take any value.",
    )


def test_a_source_of_more_than_a_mebibyte_is_not_read():
    (problem,) = read_python_source("#" * (2**20 + 1)).problems

    assert problem.message == "This is longer than 1 MiB, so it was not read."
