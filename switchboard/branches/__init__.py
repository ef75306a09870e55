"""Conversations that left each other: their tree, and what differs between two of them."""

from switchboard.branches.comparing import Comparison, Mark, Pair, compared
from switchboard.branches.tree import TreeLine, branch_tree

__all__ = ["Comparison", "Mark", "Pair", "TreeLine", "branch_tree", "compared"]
