"""The number a calculation gives, right where that is easy."""

import ast
import math
import operator
from collections.abc import Callable

from switchboard.simulate.rates import exchanged
from switchboard.simulate.subjects import Subject

_LONGEST = 200
_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
}
_BY_WORD: dict[str, Callable[[float, float], float]] = {
    "add": operator.add,
    "sum": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
}


class _Unclear(Exception):
    """The call does not say what to calculate."""


_NO_VALUE = (
    _Unclear,
    ArithmeticError,
    SyntaxError,
    TypeError,
    ValueError,
    RecursionError,
)


def calculated(subject: Subject) -> float:
    """The value of an expression or of two numbers; for anything else, some number."""
    try:
        value = round(_exact(subject), 6)
        return int(value) if value == int(value) else value
    except _NO_VALUE:
        return _some(subject)


def _exact(subject: Subject) -> float:
    money = exchanged(subject)
    if money is not None:
        return money
    texts = [value for value in subject.arguments.values() if isinstance(value, str)]
    words = [*subject.name_words, *(text.lower() for text in texts)]
    operation = next((_BY_WORD[word] for word in words if word in _BY_WORD), None)
    numbers = subject.numbers
    if operation and len(numbers) == 2:
        return operation(numbers[0], numbers[1])
    if len(texts) == 1 and not numbers and len(texts[0]) <= _LONGEST:
        return _value(ast.parse(texts[0].strip(), mode="eval").body)
    raise _Unclear


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sqrt":
        return math.sqrt(*(_value(argument) for argument in node.args))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    raise _Unclear


def _some(subject: Subject) -> float:
    """An amount becomes a like amount, as in converting money."""
    amount = subject.numbers[0] if subject.numbers else 42
    try:
        return round(amount * (0.5 + subject.pick(100) / 100), 2)
    except OverflowError:
        return 42
