"""What tests of whole pages share: an empty store, a gateway without pauses, quick pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import services
from switchboard.store import Store

ROOT = Path(__file__).parent.parent
PAGE_TIMEOUT_S = 30


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts browser journeys last: Playwright keeps an event loop running in the main thread, in
    which other tests could not start one of their own."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of the pages under test, empty at first."""
    monkeypatch.setenv("SWITCHBOARD_DATABASE_URL", f"sqlite:///{tmp_path / 'pages.sqlite3'}")
    monkeypatch.setenv("SWITCHBOARD_OFFLINE_PACE_MS", "0")
    for name in ("SWITCHBOARD_BASE_URL", "SWITCHBOARD_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    _release_services()
    yield services.store()
    _release_services()


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Opens a page as a first visit; keywords are the address's query parameters."""
    # A scan of installed packages for components takes 125 ms of every new AppTest.
    monkeypatch.setattr(
        "streamlit.testing.v1.app_test.BidiComponentManager.discover_and_register_components",
        lambda *_, **__: None,
    )

    def open_one(path: str = "app.py", **query: str) -> AppTest:
        page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PAGE_TIMEOUT_S)
        if path != "app.py":
            page.switch_page(path)
        for name, value in query.items():
            page.query_params[name] = value
        return page.run()

    return open_one


def _release_services() -> None:
    services.checks.clear()
    services.sweeps.clear()
    services.loops.clear()
    services.jobs.clear()
    services.offline_gateway.clear()
    services.store.clear()
