"""Against other people's material: ``make conformance`` reports, the tests here assert.

Both need ``SWITCHBOARD_CONFORMANCE_DATA``, the folder of that material; nothing of it is kept here.
"""
