"""Notes go to a file, each with its process: the one that watches, or the one that serves."""

import os


def note(text):
    """Adds a line to the notes."""
    role = "child" if os.environ.get("RUN_MAIN") == "true" else "parent"
    with open(os.environ["BAKERY_NOTES"], "a") as file:
        file.write("%s %s %s\n" % (os.getpid(), role, text))
