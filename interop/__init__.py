"""This client against other people's servers: ``make interop``. Not part of ``make test``."""
