"""The very same call in two messages, of which only the later waits for a result."""

import json

import pytest
from loops.turns import tool
from playground import words
from threads import calls, thread, user

from components import services
from switchboard.documents import to_document

pytestmark = pytest.mark.app


def test_only_the_call_that_is_pending_has_an_editor(open_page):
    toolset = json.dumps([tool("f")])
    conversation = thread(user(), calls("a"), calls("a"), toolset=toolset)
    services.store().save_conversation(conversation.id, to_document(conversation), revision=0)

    page = open_page(conversation=conversation.id)

    assert page.exception == []
    assert [one.key for one in page.text_area if "result" in one.key] == ["talk-result-a"]
    assert words(page).count("No result was given.") == 1
