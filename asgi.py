"""The app as it is served: `app.py` behind headers that keep a conversation on this host.

`streamlit run asgi.py` starts it. `streamlit run app.py` is the same app without the headers and
with a slower first page; Streamlit has no other place for either.
"""

import gc
import os
from importlib import import_module

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from serving import (
    FixedHeaders,
    Preparation,
    WaitsForPreparation,
    allow_hosts,
    content_security_policy,
)

# None of components/: Streamlit forgets an editor that is declared before there is a page.
_NEEDED = (
    "pandas",
    "pyarrow",
    "streamlit.emojis",
    "switchboard.desk",
    "switchboard.offline",
    "switchboard.probes",
    "switchboard.sweeps",
)


def import_what_pages_need() -> None:
    """More than a second of work that the first page would have to do.

    Modules stay: to look for garbage among them, again and again, takes a quarter of that time, and
    finds next to none (16 objects when it was measured), so none is looked for in the end either.
    """
    gc.disable()
    try:
        for module in _NEEDED:
            import_module(module)
    finally:
        gc.freeze()
        gc.enable()


PREPARATION = Preparation(import_what_pages_need)

app = st.App(
    "app.py",
    lifespan=PREPARATION.lifespan,
    middleware=[
        Middleware(
            FixedHeaders,
            headers={
                "Content-Security-Policy": content_security_policy(),
                "Cross-Origin-Resource-Policy": "same-origin",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
            },
        ),
        Middleware(
            TrustedHostMiddleware,
            allowed_hosts=allow_hosts(os.environ.get("SWITCHBOARD_ALLOWED_HOSTS", "")),
            www_redirect=False,
        ),
        Middleware(WaitsForPreparation, preparation=PREPARATION),
    ],
)
