"""Other people's servers, installed outside of the repository and of its virtual environment."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

AIMOCK = "@copilotkit/aimock@1.43.0"
LITELLM = "litellm[proxy]==1.106.2"


def workplace() -> Path:
    """Where they are: ``SWITCHBOARD_INTEROP_DIR``, else a folder of one's own among the temporary
    ones. A second run finds them there."""
    default = Path(tempfile.gettempdir()) / f"switchboard-interop-{os.getuid()}"
    place = Path(os.environ.get("SWITCHBOARD_INTEROP_DIR") or default)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.stat().st_uid != os.getuid():
        pytest.fail(f"{place} belongs to somebody else.", pytrace=False)
    return place


def aimock() -> list[str]:
    """The command of aimock, without its flags."""
    node = _tool("node", "Node.js 20.15 or newer")
    place = workplace() / "npm"
    script = place / "node_modules" / ".bin" / "llmock"
    if not script.exists():
        place.mkdir(exist_ok=True)
        (place / "package.json").write_text('{"private": true}')
        npm = _tool("npm", "npm, which comes with Node.js")
        _run([npm, "install", "--no-audit", "--no-fund", AIMOCK], place)
    return [node, str(script.resolve())]


def litellm() -> list[str]:
    """The command of the litellm proxy, without its flags. Its packages take 750 MB."""
    place = workplace() / "venv"
    script = place / "bin" / "litellm"
    if not script.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(place)], workplace())
        pip = [str(place / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        _run([*pip, "install", "--quiet", LITELLM], workplace())
    return [str(script)]


def _tool(name: str, wanted: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{wanted} is needed and there is no `{name}` here.", pytrace=False)
    return found


def _run(command: list[str], place: Path) -> None:
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        pytest.fail(f"{' '.join(command)} failed:\n{said}", pytrace=False)
