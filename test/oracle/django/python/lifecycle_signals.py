"""Verbs of signals. Receivers have names; a program forgets one to let go of it."""

from django.core import signals
from django.db.backends.signals import connection_created
from django.dispatch import Signal, receiver
from django.utils.autoreload import autoreload_started

from values import encode, encode_error

SIGNALS = {
    "request_started": signals.request_started,
    "request_finished": signals.request_finished,
    "got_request_exception": signals.got_request_exception,
    "connection_created": connection_created,
    "autoreload_started": autoreload_started,
    "a": Signal(),
    "b": Signal(),
}
SENDERS = {name: type(name, (), {}) for name in ("One", "Other")}


def options_of(options):
    named = {"sender": SENDERS.get(options.get("sender"))}
    if "uid" in options:
        named["dispatch_uid"] = options["uid"]
    if "weak" in options:
        named["weak"] = options["weak"]
    return named


def make_receiver(program, name, steps):
    def receive(**kwargs):
        return program.do(steps)

    receive.named = name
    program.receivers[name] = receive


def connect(program, signal, name, options={}):
    SIGNALS[signal].connect(program.receivers[name], **options_of(options))


def decorate(program, names, name, options={}):
    receiver([SIGNALS[signal] for signal in names], **options_of(options))(program.receivers[name])


def disconnect(program, signal, name=None, options={}):
    subject = program.receivers[name] if name else None
    program.tell("disconnected", SIGNALS[signal].disconnect(subject, **options_of(options)))


def answers(results):
    return [
        [heard.named, ["raised", *encode_error(answer)] if isinstance(answer, BaseException) else encode(answer)]
        for heard, answer in results
    ]


def send(program, signal, sender=None):
    program.tell("sent", answers(SIGNALS[signal].send(sender=SENDERS.get(sender))))


def send_robustly(program, signal, sender=None):
    program.tell("sent", answers(SIGNALS[signal].send_robust(sender=SENDERS.get(sender))))


def listeners(program, signal, sender=None):
    program.tell("listeners", SIGNALS[signal].has_listeners(SENDERS.get(sender)))


VERBS = {
    "receiver": make_receiver,
    "forget": lambda program, name: program.receivers.pop(name) and None,
    "connect": connect,
    "decorate": decorate,
    "disconnect": disconnect,
    "send": send,
    "send robustly": send_robustly,
    "listeners": listeners,
}
