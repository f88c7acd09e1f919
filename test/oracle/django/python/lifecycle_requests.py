"""Verbs of requests and of what they leave behind: addresses, the log, the database."""

import io
import logging
import sys
import time
from contextlib import redirect_stderr, redirect_stdout

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection, reset_queries, transaction
from django.http import HttpResponse
from django.urls import get_urlconf, set_urlconf

import browser


class Noting(logging.Handler):
    """Tells a program of each record of the log."""

    def __init__(self, program):
        super().__init__()
        self.program = program

    def emit(self, record):
        self.program.tell("logged", record.levelname, record.name, record.getMessage())


def listen(program):
    logging.disable(logging.NOTSET)
    logging.getLogger().addHandler(Noting(program))


def make_handler(program):
    program.handler = WSGIHandler()


def make_application(program):
    program.handler = get_wsgi_application()


def request(program, asked):
    def start_response(status, headers, exc_info=None):
        program.tell("started", status)

    result = program.handler(browser.Browser().environ(asked), start_response)
    try:
        program.tell("body", b"".join(result).decode("latin-1"))
    finally:
        if asked.get("close", True):
            program.tell("close")
            result.close()


def query(program, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def rows(program, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        program.tell("rows", [list(row) for row in cursor.fetchall()])


def tell_connection(program):
    """The number of the driver's connection, from 1; null where there is none."""
    held = connection.connection
    if held is not None and not any(held is known for known in program.connections):
        program.connections.append(held)
    numbers = [number for number, known in enumerate(program.connections, 1) if known is held]
    program.tell("connection", *(numbers or [None]))


def atomic(program, steps):
    with transaction.atomic():
        return program.do(steps)


def set_clock(program, seconds):
    time.time = lambda: seconds


def manage(program, words):
    streams = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
            execute_from_command_line(words)
    finally:
        for name, stream in zip(("stdout", "stderr"), streams):
            if stream.getvalue():
                program.tell(name, stream.getvalue())


VERBS = {
    "listen": listen,
    "handler": make_handler,
    "get application": make_application,
    "application of": lambda program, module: setattr(
        program, "handler", sys.modules[module].application
    ),
    "request": request,
    "respond": lambda program, status, text: HttpResponse(text, status=status),
    "urlconf": lambda program: program.tell("urlconf", get_urlconf()),
    "set urlconf": lambda program, urlconf: set_urlconf(urlconf),
    "query": query,
    "rows": rows,
    "connection": tell_connection,
    "autocommit": lambda program, on: transaction.set_autocommit(on),
    "errors": lambda program: program.tell("errors occurred", connection.errors_occurred),
    "queries": lambda program: program.tell(
        "queries", [entry["sql"] for entry in connection.queries]
    ),
    "atomic": atomic,
    "close old": lambda program: close_old_connections(),
    "reset queries": lambda program: reset_queries(),
    "close connection": lambda program: connection.close(),
    "clock": set_clock,
    "manage": manage,
    "exit": lambda program, status: sys.exit(status),
}
