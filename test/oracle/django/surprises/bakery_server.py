"""The bakery under runserver, in processes of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from kit import folder

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "project")


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Bakery:
    """A running bakery."""

    def __init__(self, port, notes):
        self.port = port
        self.notes_file = notes

    def get(self, path_info):
        """Status and body of a page, once the server listens."""
        while True:
            try:
                with urllib.request.urlopen("http://127.0.0.1:%s%s" % (self.port, path_info)) as page:
                    return page.status, page.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode()
            except OSError:
                time.sleep(0.05)

    def notes(self):
        """What was noted: process, role and text, in order."""
        with open(self.notes_file) as file:
            return [line.rstrip("\n").split(" ", 2) for line in file]


@contextlib.contextmanager
def runserver(*words):
    """Runs the bakery's runserver with more words on its command line."""
    import django

    port, notes = free_port(), os.path.join(folder(), "notes")
    packages = os.path.dirname(os.path.dirname(django.__file__))
    env = {**os.environ, "BAKERY_NOTES": notes, "PYTHONPATH": packages}
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-B", "-W", "ignore", "manage.py", "runserver", *words, str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=PROJECT, env=env, start_new_session=True, **quiet)
    try:
        yield Bakery(port, notes)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
