"""Cases that call a function once, under settings of their own where they name some."""

from django.test.utils import override_settings

from values import attempt, decode


def settings_of(case):
    """A context in which the settings hold that a case asks for."""
    asked = case.get("settings", {})
    return override_settings(**{name: decode(value) for name, value in asked.items()})


def call(functions, case):
    """What came of the call that a case describes: `call` names the function."""
    arguments = decode(case["arguments"])
    with settings_of(case):
        return attempt(lambda: functions[case["call"]](*arguments))
