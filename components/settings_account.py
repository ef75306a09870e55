"""What concerns the account: priority, what is kept, and who asks."""

from components.settings_basis import Panel
from components.settings_bindings import setting
from components.settings_text import metadata_as_text, metadata_in
from components.settings_widgets import choice, line, lines

_TIERS = {tier: tier for tier in ("auto", "default", "flex", "scale", "priority", "fast")}
_METADATA = setting("metadata", read=metadata_in, show=metadata_as_text)


def account_settings(panel: Panel) -> None:
    """Draws them."""
    about = "`service_tier`: how soon and at what price. Another one can be typed."
    choice(panel, "service_tier", "Service tier", _TIERS, about=about, takes_others=True)
    about = "`store`: whether the provider keeps the exchange."
    choice(panel, "store", "Store at the provider", {True: "yes", False: "no"}, about=about)
    about = "`metadata`: one name and value on each line, at most 16."
    lines(panel, _METADATA, "metadata", "Metadata", about=about, like="project: demo")
    about = "`prompt_cache_key`: requests with the same key share a prompt cache."
    line(panel, "prompt_cache_key", "Prompt cache key", about=about)
    about = "`safety_identifier`: an id of the end user, best a hash."
    line(panel, "safety_identifier", "Safety identifier", about=about)
    about = "`user`: the older field for an end user's id."
    line(panel, "user", "User", about=about)
