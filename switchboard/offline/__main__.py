"""The gateway on its own: ``python -m switchboard.offline --port 8808``."""

import argparse
import contextlib
import sys

import uvicorn

from switchboard.offline.app import build_app
from switchboard.offline.listing import listed
from switchboard.offline.server import listen, server_config


def read_options(arguments: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m switchboard.offline",
        description="An OpenAI-compatible gateway that answers without a language model.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8808, help="port to listen on; 0 takes any")
    parser.add_argument(
        "--pace", type=float, default=25, help="milliseconds per word; 0 for no delay"
    )
    parser.add_argument(
        "--faults", action="store_true", help="list what can be made to go wrong, and end"
    )
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Serves until interrupted."""
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    if options.faults:
        sys.stdout.write("\n".join(listed()) + "\n")
        return 0
    try:
        listener = listen(options.host, options.port)
    except OSError as error:
        sys.stderr.write(f"Can't listen on {options.host}:{options.port}: {error.strerror}.\n")
        return 1
    port = listener.getsockname()[1]
    sys.stdout.write(f"The offline gateway is at http://{options.host}:{port}/v1\n")
    sys.stdout.flush()
    server = uvicorn.Server(server_config(build_app(pace_ms=options.pace)))
    # uvicorn raises the signal again once it has closed everything.
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    return 0


if __name__ == "__main__":
    sys.exit(main())
