"""Speed and memory, measured through a real Chromium; `make bench` runs all of it.

Nothing here is asserted: a number depends on the machine. The ratios say more, since both sides of
one are measured in the same run, in turns.
"""
