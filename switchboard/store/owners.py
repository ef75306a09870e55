"""Who is at work on a step, and whether that process still lives."""

import os
import secrets
import socket
from datetime import timedelta
from pathlib import Path

_LONGEST = timedelta(days=1)
"""No gateway takes that long; for owners of whom nothing else can be learned."""

# Stands in for the birth of this process where the system does not tell it.
_TOKEN = secrets.token_hex(8)


def this_process() -> str:
    """``host:pid:token``. The token tells this process from a later one with the same pid."""
    return f"{socket.gethostname()}:{os.getpid()}:{_birth(os.getpid()) or _TOKEN}"


def is_gone(owner: str, *, age: timedelta) -> bool:
    """Whether nobody works on a step of this age any more.

    Other hosts cannot be asked (a container that was made anew is one): theirs end after a day.
    """
    host, pid_text, token = owner.rsplit(":", 2)
    if host != socket.gethostname():
        return age > _LONGEST
    pid = int(pid_text)
    return token != (_birth(pid) or _TOKEN) if pid == os.getpid() else not _lives(pid, token)


def _lives(pid: int, token: str) -> bool:
    if Path("/proc/self/stat").exists():
        return _birth(pid) == token
    # Signal 0 only asks on POSIX; on Windows os.kill would end the process.
    return os.name != "posix" or _answers(pid)


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _birth(pid: int) -> str | None:
    """When a process was started, by Linux's account; ``None`` when it is gone or not told.

    proc(5): field 3 is the state, field 22 the start in ticks since boot. Field 2, the name in
    brackets, may hold spaces and brackets itself.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text()[:8]
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return None
    return None if fields[0] in (b"Z", b"X") else f"{boot}-{fields[19].decode()}"
