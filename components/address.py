"""The page's address: which conversation it names."""

import streamlit as st

_CONVERSATION = "conversation"


def addressed_conversation() -> str | None:
    """The id in the address."""
    return st.query_params.get(_CONVERSATION)


def put_in_address(conversation_id: str) -> None:
    """Names the conversation in the address, so that a reload finds it."""
    if st.query_params.get(_CONVERSATION) != conversation_id:
        st.query_params[_CONVERSATION] = conversation_id


def forget_address() -> None:
    """Names none."""
    st.query_params.pop(_CONVERSATION, None)
