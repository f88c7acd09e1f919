"""A project of files whose `manage.py` is run, looked at from outside."""

import json
import os
import signal
import subprocess
import sys
import time

import django

import lifecycle_modules
from lifecycle_program import Program

MANAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lifecycle_manage.py")
PACKAGES = os.path.dirname(os.path.dirname(django.__file__))
MOST_SECONDS = 60
GRACE = 0.3


def run(case, folder):
    """What the processes told, and the status with which the first ended."""
    lifecycle_modules.DescribedModules(Program({}, folder), case["modules"]).write()
    names = {"CASE": "case.json", "EVENTS": "events", "FOLDER": ""}
    places = {name: os.path.join(folder, place) for name, place in names.items()}
    with open(places["CASE"], "w") as file:
        json.dump(case, file)
    environ = {
        **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        **{"LIFECYCLE_" + name: place for name, place in places.items()},
        "LIFECYCLE_PACKAGES": PACKAGES,
        "PYTHONDONTWRITEBYTECODE": "1",
        **case.get("environ", {}),
    }
    process = subprocess.Popen(
        [sys.executable, "-s", MANAGE, *case["command"]],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for event, verb, *given in case["after"]:
            wait_for(process, places["EVENTS"], event)
            ACTIONS[verb](process, folder, places["EVENTS"], *given)
        return {"status": process.wait(MOST_SECONDS), "events": events_in(places["EVENTS"])}
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def events_in(path):
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file.read().split("\n")[:-1]]


def wait_for(process, path, event):
    """Waits until an event is the last one."""
    end = time.monotonic() + MOST_SECONDS
    while events_in(path)[-1:] != [event]:
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError("%r did not come last in %r" % (event, events_in(path)))
        time.sleep(0.05)
    time.sleep(GRACE)


def change(process, folder, path, name):
    """Makes a file newer until something happens."""
    before = len(events_in(path))
    moment = int(os.stat(os.path.join(folder, name)).st_mtime)
    while process.poll() is None and len(events_in(path)) == before:
        moment += 10
        os.utime(os.path.join(folder, name), (moment, moment))
        time.sleep(0.25)


ACTIONS = {
    "change": change,
    "interrupt": lambda process, folder, path: process.send_signal(signal.SIGINT),
    "terminate": lambda process, folder, path: process.terminate(),
}
