"""The servers, each started once, and asking them the way the app does."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from interop.installed import aimock as aimock_command
from interop.installed import litellm as litellm_command
from interop.serving import free_port, serving
from switchboard.conversations import Conversation
from switchboard.desk import Desk
from switchboard.gateway import ApiKey, Gateway
from switchboard.jobs import Jobs
from switchboard.offline import OfflineGateway
from switchboard.runs import Step
from switchboard.store import Store

FIXTURES = Path(__file__).parent / "aimock.json"

# litellm imports for half a minute on two busy cores.
_STARTS_WITHIN_S = 240

Ask = Callable[..., tuple[Conversation, Step]]

_CONFIG = """\
model_list:
  - model_name: through
    litellm_params: {{model: openai/offline-chat, api_base: "{base}", api_key: none}}
  - model_name: failing
    litellm_params: {{model: "openai/offline-flaky:429-always", api_base: "{base}", api_key: none}}
router_settings: {{num_retries: 0}}
litellm_settings: {{num_retries: 0, request_timeout: 60}}
"""


@pytest.fixture(scope="session")
def start_aimock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Gateway]]:
    """Starts aimock with the replies of ``aimock.json``, in pieces of three characters, and with
    more flags."""
    with ExitStack() as servers:

        def start(*flags: str) -> Gateway:
            port = free_port()
            base = f"http://127.0.0.1:{port}/v1"
            fixtures = ["-f", str(FIXTURES), "-c", "3"]
            command = [*aimock_command(), "-p", str(port), "--host", "127.0.0.1", *fixtures, *flags]
            log = tmp_path_factory.mktemp("aimock") / "log.txt"
            up = serving(command, ready=f"{base}/models", log=log, limit_s=60, variables={})
            servers.enter_context(up)
            return Gateway("aimock", base, max_retries=0)

        yield start


@pytest.fixture(scope="session")
def aimock(start_aimock: Callable[..., Gateway]) -> Gateway:
    """aimock at its best."""
    return start_aimock()


@pytest.fixture(scope="session")
def litellm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The litellm proxy in front of the offline gateway."""
    offline = OfflineGateway.start(pace_ms=1)
    place = tmp_path_factory.mktemp("litellm")
    config = place / "config.yaml"
    config.write_text(_CONFIG.format(base=offline.base_url))
    port, key = free_port(), f"sk-{secrets.token_hex(32)}"
    flags = ["--config", str(config), "--host", "127.0.0.1", "--port", str(port)]
    variables = {
        "LITELLM_MASTER_KEY": key,
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "NO_DOCS": "True",
        "DISABLE_ADMIN_UI": "True",
    }
    root = f"http://127.0.0.1:{port}"
    with serving(
        [*litellm_command(), *flags, "--telemetry", "False"],
        ready=f"{root}/health/liveliness",
        log=place / "log.txt",
        limit_s=_STARTS_WITHIN_S,
        variables=variables,
    ):
        yield Gateway("litellm", f"{root}/v1", ApiKey(key), max_retries=0)
    offline.stop()


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    """Sends a conversation through the desk; how it stands then, and the step as it was saved."""
    store = Store.open(f"sqlite:///{tmp_path / 'interop.sqlite3'}")
    jobs = Jobs(store)
    desk = Desk(jobs)

    def send(gateway: Gateway, conversation: Conversation, tools: list) -> tuple:
        asked = desk.ask(conversation, tools, gateway=gateway)
        job = jobs.find(asked.step_id or "")
        assert job is not None
        assert job.wait(60)
        return desk.settled(asked), store.step(job.step_id)

    yield send
    jobs.stop_all()
    store.close()
