"""The core of Switchboard: receives, checks and connects function calls. Knows no Streamlit."""
