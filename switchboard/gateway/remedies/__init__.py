"""What can be done about a refusal: the request again, changed in what the gateway named."""

from switchboard.gateway.remedies.applying import apply_remedy
from switchboard.gateway.remedies.finding import remedy_for
from switchboard.gateway.remedies.remedy import SWAPPED, Remedy

__all__ = ["SWAPPED", "Remedy", "apply_remedy", "remedy_for"]
