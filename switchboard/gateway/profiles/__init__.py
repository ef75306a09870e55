"""What gateways and models accept: a dated table, what was learnt, and what a person changed."""

from switchboard.gateway.profiles.choosing import profile_for
from switchboard.gateway.profiles.describing import Described, describe

__all__ = ["Described", "describe", "profile_for"]
