"""The Gateways page, read as a person reads it."""

from playground import words
from streamlit.testing.v1 import AppTest

PAGE = "pages/gateways.py"
URL = "https://gateway.example/v1"


def read(page: AppTest) -> str:
    """All words of the page, those on its folds included."""
    return "\n".join([words(page), *(one.label for one in page.expander)])


def has_button(page: AppTest, key: str) -> bool:
    """Whether it can be seen; it may be greyed."""
    return any(button.key == key for button in page.button)
