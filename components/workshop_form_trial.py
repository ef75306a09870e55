"""The arguments that are being tried: one trial per tool, kept across reruns and pages."""

from dataclasses import dataclass

from components import state
from components.json_editor import replace_text, typed_text
from components.state import PER_TOOLSET
from switchboard.forms import Answer, Field, Raw, answers_of, blank, form_of, text_of
from switchboard.problems import Problem
from switchboard.simulate import InvalidSample, invalid_samples
from switchboard.tools import Tool
from switchboard.tools.json_text import read_json
from switchboard.wire import Json, JsonObject

_NO_ARGUMENTS: JsonObject = {"type": "object", "properties": {}, "additionalProperties": False}


@dataclass
class Trial:
    """What a person tries a tool with."""

    name: str
    """The tool's."""

    schema: JsonObject
    answers: Answer
    invalid: tuple[InvalidSample, ...]
    as_json: str | None = None
    """The arguments as a text, while they are edited as one."""

    problems: tuple[Problem, ...] = ()
    """Of the arguments, as of this drawing."""

    @property
    def form(self) -> Field:
        """The form of the tool's parameters."""
        return form_of(self.schema)

    @property
    def text(self) -> str:
        """The arguments exactly as they would be sent."""
        return text_of(self.answers) if self.as_json is None else self.as_json

    @property
    def key(self) -> str:
        """What the keys of its widgets begin with."""
        return f"{PER_TOOLSET}try-{self.name}"

    @property
    def editor(self) -> str:
        """The name of its JSON editor."""
        return f"{self.key}-json"

    def put(self, answers: Answer) -> None:
        """Makes these the arguments, in the form or in the editor. For callbacks."""
        self.answers = answers
        if self.as_json is not None:
            self.as_json = text_of(answers)
            replace_text(self.editor)

    def put_value(self, value: Json) -> None:
        """Makes this value the arguments. For callbacks."""
        self.put(answers_of(self.form, value))


def trial_of(tool: Tool) -> Trial:
    """The tool's trial, brought up to its present schema and to what was typed."""
    key = f"{PER_TOOLSET}trial-{tool.name}"
    schema = _NO_ARGUMENTS if tool.parameters is None else tool.parameters
    trial: Trial | None = state.value(key, None)
    if trial is None:
        trial = Trial(tool.name, schema, _first(tool, schema), invalid_samples(schema))
        state.plant(key, trial)
    elif trial.schema != schema:
        trial.schema, trial.invalid = schema, invalid_samples(schema)
        trial.answers = _read(trial, text_of(trial.answers))
    if trial.as_json is not None:
        trial.as_json = typed_text(trial.editor, trial.as_json)
    return trial


def turn(trial: Trial) -> None:
    """From the form to the text, or back, with the same arguments. For callbacks."""
    if trial.as_json is None:
        trial.as_json = text_of(trial.answers)
        replace_text(trial.editor)
    else:
        trial.answers = _read(trial, typed_text(trial.editor, trial.as_json))
        trial.as_json = None


def _first(tool: Tool, schema: JsonObject) -> Answer:
    """To begin with, an example that was kept with the tool, else the least it takes."""
    examples = tool.margin.get("examples")
    form = form_of(schema)
    if isinstance(examples, list) and examples:
        return answers_of(form, examples[0])
    return blank(form)


def _read(trial: Trial, text: str) -> Answer:
    reading = read_json(text)
    return answers_of(trial.form, reading.value) if reading.is_json else Raw(text)
