"""The yardstick: a chat page as Streamlit's own tutorials build it, on ``st.write_stream``.

``?messages=200`` begins it with a conversation of that length.
"""

import json
import os
from collections.abc import Iterator

import requests
import streamlit as st

from benchmarks.answers import earlier_texts


def answer(messages: list[dict[str, str]]) -> Iterator[str]:
    """The text of the gateway's answer as it arrives."""
    body = {"model": "benchmark", "stream": True, "messages": messages}
    url = f"{os.environ['SWITCHBOARD_BASE_URL']}/chat/completions"
    with requests.post(url, json=body, stream=True, timeout=(5, 120)) as reply:
        for line in reply.iter_lines():
            if line.startswith(b"data: {"):
                yield json.loads(line[6:])["choices"][0]["delta"].get("content", "")


if "messages" not in st.session_state:
    texts = earlier_texts(int(st.query_params.get("messages", 0)))
    st.session_state.messages = [
        {"role": role, "content": text}
        for role, text in zip(["user", "assistant"] * len(texts), texts, strict=False)
    ]

st.title("Plain chat")
st.toggle("Draw again")
for message in st.session_state.messages:
    with st.chat_message(message["role"]):
        st.markdown(message["content"])

if prompt := st.chat_input("Say something"):
    st.session_state.messages.append({"role": "user", "content": prompt})
    with st.chat_message("user"):
        st.markdown(prompt)
    with st.chat_message("assistant"):
        text = st.write_stream(answer(st.session_state.messages))
    st.session_state.messages.append({"role": "assistant", "content": str(text)})
