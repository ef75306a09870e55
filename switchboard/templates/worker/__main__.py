"""Reads requests, writes answers, until nobody asks any more."""

import codecs
import gc
import json
import os
import sys
from datetime import datetime

from switchboard.templates.bounds import OUT_OF_MEMORY
from switchboard.templates.worker.answering import answer
from switchboard.templates.worker.limits import at_most, lock
from switchboard.wire import JsonObject

_SOME_DAY = "2026-01-01T00:00:00+00:00"


def main() -> None:
    """Answers until standard input ends."""
    _warm_up()
    lock()
    _write({"ready": True})
    try:
        for line in sys.stdin.buffer:
            with at_most():
                written = answer(line)
            _write(written)
            del line, written
            # Failures leave circles that hold what they failed on.
            gc.collect()
    except MemoryError:
        # No more can be relied on, and there may not be the memory to say why.
        os._exit(OUT_OF_MEMORY)


def _warm_up() -> None:
    """Python imports some of what it needs when that is first used; later nothing can be opened."""
    for text in ("{% for each in 'ab' %}{{ [each]|pprint }}{% endfor %}", "{{ nothing }}", "{{"):
        for is_address in (False, True):
            answer(json.dumps({"render": text, "now": _SOME_DAY, "is_address": is_address}))
    for encoding in ("ascii", "latin-1", "unicode-escape", "utf-16"):
        codecs.lookup(encoding)
    datetime.strptime("2026 +0000", "%Y %z")
    gc.collect()
    gc.freeze()


def _write(said: JsonObject) -> None:
    line = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
