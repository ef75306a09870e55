"""Whether a text is an OpenAPI document, seen without reading it."""

import re

_VERSION = re.compile(
    r"""(?:^[ \t]*|[{,]\s*)(["']?)(?:openapi|swagger)\1\s*:\s*["']?[23]\b""", re.MULTILINE
)
_YAML_NAME = re.compile(r"(?i)\.ya?ml\Z")


def is_openapi(text: str, name: str = "") -> bool:
    """Whether the text says so, or its file's name says that it is YAML, which nothing else here
    is."""
    return bool(_VERSION.search(text) or _YAML_NAME.search(name))
