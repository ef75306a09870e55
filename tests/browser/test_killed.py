"""The program may be killed at any moment; what had arrived is there when it is started again."""

import os
import signal
import threading

from playwright.sync_api import expect
from screen import Playground
from scripted_gateway import ScriptedGateway
from scripted_replies import text_stream
from served_app import serve


def test_a_killed_program_leaves_an_interrupted_answer_with_what_had_arrived(
    page, tmp_path, screenshot
):
    database = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with ScriptedGateway() as gateway:
        settings = {
            "SWITCHBOARD_BASE_URL": gateway.base_url,
            "SWITCHBOARD_DATABASE_URL": database,
        }
        gateway.reply(text_stream("First half, second half."), hold=threading.Event(), hold_at=3)
        with serve(**settings) as first:
            playground = Playground(page, first.url)
            playground.say("Tell me")
            expect(playground.messages.last).to_contain_text("First half,")
            page.wait_for_timeout(1_000)  # what arrived is written four times a second
            address = page.url.removeprefix(first.url)
            os.kill(first.pid, signal.SIGKILL)

        with serve(**settings) as second:
            playground = Playground(page, second.url + address)

            expect(playground.messages.last).to_contain_text("First half,")
            expect(playground.messages.last).to_contain_text("interrupted")
            expect(playground.composer).to_be_enabled()
            screenshot("interrupted")
