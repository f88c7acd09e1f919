"""The `manage.py` of a project that a case describes; what happens is written to a file."""

import json
import os
import re
import sys
import warnings

sys.path.insert(0, os.environ["LIFECYCLE_PACKAGES"])
warnings.simplefilter("ignore")

from django.core.management import execute_from_command_line

import lifecycle_modules
import lifecycle_verbs
from lifecycle_program import Program

DATE = re.compile(r"\w+ \d\d, \d{4} - ")


class WrittenProgram(Program):
    """Tells a file, a line of JSON an event, which process it was and what happened."""

    def tell(self, *event):
        role = "child" if os.environ.get("RUN_MAIN") == "true" else "parent"
        line = json.dumps([role, *event]) + "\n"
        file = os.open(os.environ["LIFECYCLE_EVENTS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(file, line.encode())
        os.close(file)


class Output:
    """Tells each line that is printed, but for the one that says when."""

    def __init__(self, program):
        self.program = program
        self.waiting = ""

    def write(self, text):
        *lines, self.waiting = (self.waiting + text).split("\n")
        for line in lines:
            if line and not DATE.match(line):
                self.program.tell("printed", line)

    def flush(self):
        pass


def in_child(program, steps):
    if os.environ.get("RUN_MAIN") == "true":
        program.do(steps)


def once(program, steps):
    """Does steps in the first process that comes here."""
    mark = os.path.join(program.root, "once")
    if not os.path.exists(mark):
        open(mark, "w").close()
        program.do(steps)


with open(os.environ["LIFECYCLE_CASE"]) as file:
    case = json.load(file)
program = WrittenProgram({**lifecycle_verbs.VERBS, "in child": in_child, "once": once}, os.environ["LIFECYCLE_FOLDER"])
lifecycle_modules.DescribedModules(program, case["modules"])
if case.get("prints"):
    sys.stdout = Output(program)
program.do(case["manage"])
execute_from_command_line(["manage.py"] + sys.argv[1:])
