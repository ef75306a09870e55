"""``python -m benchmarks [name …] [--rounds N]``: measures and prints."""

import argparse
import os
import platform
from collections.abc import Callable

from benchmarks.acting import long_turn, rerun, stop
from benchmarks.stage import Stage, stage
from benchmarks.standing import memory, start
from benchmarks.streaming import burst, first_word, pace

BENCHMARKS: dict[str, Callable[[Stage, int], None]] = {
    "start": start,
    "memory": memory,
    "first": first_word,
    "stop": stop,
    "rerun": rerun,
    "turn": long_turn,
    "burst": burst,
    "pace": pace,
}


def main() -> None:
    """Runs the benchmarks that were named, or all."""
    arguments = _arguments()
    print(
        f"{platform.system()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f};", end=" "
    )
    print(f"medians of {arguments.rounds}, in brackets the least and the most")
    with stage() as made:
        for name in arguments.names or BENCHMARKS:
            BENCHMARKS[name](made, arguments.rounds)


def _arguments() -> argparse.Namespace:
    told = "; ".join(f"{name}: {run.__doc__}" for name, run in BENCHMARKS.items())
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=told)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, default=5, help="samples of each (default 5)")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return arguments


if __name__ == "__main__":
    main()
