"""The workspace and the store: found by the address, saved when it has changed."""

import streamlit as st

from components import services, state
from components.address import addressed_conversation, put_in_address
from components.json_editor import replace_text
from components.plain import escaped
from components.setup import default_base_url
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.documents import from_document, to_document
from switchboard.errors import ConversationChanged, StoreError
from switchboard.loops import with_turn_of
from switchboard.tools import example_toolsets


def present_workspace() -> Workspace:
    """The tab's workspace: the conversation of the address, the one at hand, or a new one."""
    wanted = addressed_conversation()
    if state.has_begun() and wanted in (None, state.workspace().conversation.id):
        workspace = state.workspace()
    else:
        workspace = (wanted and _opened(wanted)) or state.begin(_first_conversation())
        if wanted and not workspace.revision:
            workspace.notice = "The conversation of this address is not kept here."
        replace_text("toolset")
    take_from_loop(workspace)
    if workspace.loop is None:
        workspace.conversation = services.desk().settled(workspace.conversation)
    return workspace


def take_from_loop(workspace: Workspace) -> None:
    """Takes what a turn that goes on by itself has brought; lets go of it once it is over."""
    loop = workspace.loop or services.loops().find(workspace.conversation.id)
    if loop is None:
        return
    # These first: what comes between them and the rest is taken the next time.
    is_running, workspace.loop_seen = loop.is_running, loop.version
    kept, newest = loop.kept, loop.conversation
    workspace.conversation = with_turn_of(workspace.conversation, newest)
    workspace.revision, workspace.kept = kept.revision, kept.conversation
    workspace.loop = loop if is_running else None
    if loop.error:
        st.toast(escaped(f"This conversation is not saved: {loop.error.message}"))


def keep(workspace: Workspace) -> None:
    """Saves the conversation if it is not as it was, and names it in the address."""
    if workspace.loop:
        workspace.loop.surround(workspace.conversation)
    elif _is_unsaved(workspace):
        _save(workspace)
    if workspace.revision:
        put_in_address(workspace.conversation.id)


def _is_unsaved(workspace: Workspace) -> bool:
    # Looking at a conversation makes an equal one now and then; to save that would make it newer
    # than its branches.
    if workspace.conversation is workspace.kept:
        return False
    return not workspace.revision or workspace.conversation != workspace.kept


def _save(workspace: Workspace) -> None:
    conversation = workspace.conversation
    try:
        workspace.revision = services.store().save_conversation(
            conversation.id, to_document(conversation), revision=workspace.revision
        )
        workspace.kept = conversation
    except ConversationChanged:
        if newer := _opened(conversation.id):
            newer.notice = "Another tab changed this conversation. This is its newest state."
            replace_text("toolset")
            st.rerun()
    except StoreError as error:
        st.toast(escaped(f"This conversation is not saved: {error.message}"))


def _opened(conversation_id: str) -> Workspace | None:
    saved = services.store().conversation(conversation_id)
    if saved is None:
        return None
    conversation = from_document(Conversation, saved.document)
    return state.begin(conversation, revision=saved.revision)


def _first_conversation() -> Conversation:
    return Conversation(toolset=example_toolsets()[0].text, base_url=default_base_url())
