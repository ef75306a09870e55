"""curl's options, as far as they say what is sent. Source: curl's manual page, 8.17."""

WITH_VALUE = frozenset(
    [
        "--url",
        "--request",
        "--header",
        "--data",
        "--data-raw",
        "--data-ascii",
        "--data-binary",
        "--data-urlencode",
        "--json",
        "--form",
        "--form-string",
        "--user",
        "--oauth2-bearer",
        "--cookie",
        "--cookie-jar",
        "--user-agent",
        "--referer",
        "--connect-timeout",
        "--max-time",
        "--output",
        "--proxy",
        "--proxy-user",
        "--cacert",
        "--cert",
        "--key",
        "--retry",
        "--retry-delay",
        "--resolve",
        "--write-out",
        "--config",
        "--range",
        "--upload-file",
        "--limit-rate",
        "--interface",
        "--ciphers",
        "--tls-max",
        "--aws-sigv4",
        "--noproxy",
        "--max-redirs",
        "--speed-limit",
        "--speed-time",
        "--trace",
        "--trace-ascii",
        "--stderr",
        "--dump-header",
        "--unix-socket",
        "--http-proxy",
        "--variable",
        "--expand-data",
        "--retry-max-time",
        "--max-filesize",
        "--capath",
        "--cert-type",
        "--key-type",
        "--pass",
        "--netrc-file",
        "--dns-servers",
        "--local-port",
        "--keepalive-time",
        "--request-target",
        "--rate",
    ]
)
"""Every other long option stands alone."""

SHORT = {
    "X": "--request",
    "H": "--header",
    "d": "--data",
    "F": "--form",
    "u": "--user",
    "b": "--cookie",
    "c": "--cookie-jar",
    "A": "--user-agent",
    "e": "--referer",
    "m": "--max-time",
    "o": "--output",
    "x": "--proxy",
    "U": "--proxy-user",
    "E": "--cert",
    "w": "--write-out",
    "K": "--config",
    "r": "--range",
    "T": "--upload-file",
    "D": "--dump-header",
    "C": "--continue-at",
    "Y": "--speed-limit",
    "y": "--speed-time",
    "z": "--time-cond",
    "G": "--get",
}
"""Letters whose value follows, but for ``G``; every other letter stands alone."""

DATA = frozenset(
    ("--data", "--data-ascii", "--data-binary", "--data-raw", "--data-urlencode", "--json")
)
FROM_FILES = DATA - {"--data-raw"}
"""Where a value that begins with ``@`` names a file."""

KEYS = frozenset(("--user", "--oauth2-bearer", "--cookie", "--proxy-user"))
"""Options whose value is a secret."""


def options_in(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Option and value, in order; what is no option as ``--url``."""
    found: list[tuple[str, str]] = []
    waiting = [*reversed(words)]
    while waiting:
        word = waiting.pop()
        if word.startswith("--") and len(word) > 2:
            name, _, said = (
                word.partition("=") if word.partition("=")[0] in WITH_VALUE else (word, "", "")
            )
            takes = name in WITH_VALUE and not said
            found.append((name, waiting.pop() if takes and waiting else said))
        elif word.startswith("-") and len(word) > 1:
            found += _letters(word[1:], waiting)
        elif word != "-":
            found.append(("--url", word))
    return found


def _letters(letters: str, waiting: list[str]) -> list[tuple[str, str]]:
    """``-sSXPOST``: letters in one word, the last of which may have its value in it."""
    found: list[tuple[str, str]] = []
    for at, letter in enumerate(letters):
        name = SHORT.get(letter)
        if name == "--get":
            found.append((name, ""))
        elif name:
            said = letters[at + 1 :] or (waiting.pop() if waiting else "")
            return [*found, (name, said)]
    return found
