"""How much a template may take. The parent and the worker both know."""

LONGEST_TEMPLATE = 100_000
"""Characters."""

LONGEST_RESULT = 1_100_000
"""Characters: a little more than the largest result that is written on purpose, of 1 MiB."""

TIME_S = 0.9
"""From the request to the answer of a worker that is warm."""

MEMORY_MIB = 40
"""Beyond what a warm worker has mapped. Of that a part was never touched, so the memory in use
grows by a little more than this."""

OUT_OF_MEMORY = 3
"""The exit status of a worker that has used it up."""
