"""Suite django-lifecycle: programs of steps, each in a process of its own.

A case with a `command` is a project of files whose `manage.py` is run; any other is done in a
process that is forked from this one, in which Django is imported but has read nothing yet.
"""

import json
import os
import shutil
import sys
import tempfile

import lifecycle_modules
import lifecycle_processes
import lifecycle_verbs
from lifecycle_program import Program

def run(case):
    folder = tempfile.mkdtemp(prefix="oracle-")
    case = json.loads(json.dumps(case).replace("{folder}", folder))
    try:
        return lifecycle_processes.run(case, folder) if "command" in case else run_forked(case, folder)
    finally:
        shutil.rmtree(folder)


def run_forked(case, folder):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            sys.stderr = open(os.devnull, "w")
            with open(writing, "w") as pipe:
                json.dump({"events": run_here(case, folder)}, pipe)
            status = 0
        except BaseException as error:
            os.write(2, ("%s: %r\n" % (case["id"], error)).encode())
        finally:
            os._exit(status)
    os.close(writing)
    with open(reading) as pipe:
        text = pipe.read()
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError("Case %s was not recorded." % case["id"])
    return json.loads(text)


def run_here(case, folder):
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    program = Program(lifecycle_verbs.VERBS)
    lifecycle_modules.DescribedModules(program, case.get("modules", {}))
    program.attempt(case["steps"])
    return program.events
