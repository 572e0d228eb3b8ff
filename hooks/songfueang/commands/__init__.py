"""The sub-commands of ``songfueang``, one module each: ``register(subparsers)`` tells its options and what it runs.

A command takes the parsed options and returns the exit code: 0 all is well, 1 something must be mended, 2 a wrong call.
"""
