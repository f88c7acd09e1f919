"""Runs the `>>>` examples of a fence by doctest's own runner and notes what each one gave."""

import doctest
import re
import sys
import traceback

from .capture import Capture

PARSER = doctest.DocTestParser()
COMPLAINT = re.compile(r"line (\d+) of the (?:docstring|doctest) for fence (.*)", re.DOTALL)
HEADER = "Traceback (most recent call last):\n    ...\n"


class Checker(doctest.OutputChecker):
    """doctest's checker, which also remembers what it was last asked to compare."""

    asked = got = None

    def check_output(self, want, got, optionflags):
        self.asked, self.got = want, got
        return super().check_output(want, got, optionflags)


class Runner(doctest.DocTestRunner):
    """doctest's runner with the reports made into records instead of text."""

    def __init__(self, fence, surface):
        super().__init__(Checker(), verbose=False, optionflags=doctest.ELLIPSIS)
        self._fence = fence
        self._surface = surface
        self._fakeout = Capture(fence.sink, "surrogatepass")
        self.current = None

    def report_start(self, out, test, example):
        if self.current is None:
            sys.displayhook = self._surface.display
        self.current = example

    def report_success(self, out, test, example, got):
        if self._raised(example):
            self._surface.raised(self._checker.got)

    def report_failure(self, out, test, example, got):
        raised = self._raised(example)
        text = self._checker.got
        if raised:
            message = f"raises {_first(text)}, not {_first(example.exc_msg)}"
        elif example.exc_msg is not None:
            message = f"raises nothing, not {_first(example.exc_msg)}"
        else:
            message = _difference(example.want, text)
        expected = example.want if example.exc_msg is None else example.exc_msg
        self._note(example, message, expected, text, raised)

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = "".join(traceback.format_exception_only(*exc_info[:2]))
        self._note(example, f"raises {_last(text)}", example.want, text, True)

    def _raised(self, example):
        return example.exc_msg is not None and self._checker.asked is example.exc_msg

    def _note(self, example, message, expected, received, raised):
        self._fence.fail(
            example.lineno,
            message,
            expected=expected.rstrip("\n"),
            received=received.rstrip("\n"),
            replacement=_as_written(self._fence, example, received, raised),
            wantStart=self._fence.line + example.lineno + example.source.count("\n"),
            wantLines=example.want.count("\n"),
        )


def run_examples(fence, namespace, surface):
    """Run a fence's examples in the namespace; what does not hold is noted on the fence."""
    try:
        test = PARSER.get_doctest(fence.code, {}, "fence", fence.file, 0)
    except ValueError as error:
        _unreadable(fence, str(error))
        return
    test.name = fence.id
    test.globs = namespace
    fence.examples = len(test.examples)
    fence.checks = sum(1 for example in test.examples if example.want)
    for example in test.examples:
        _refuse_directives(fence, example)
    runner = Runner(fence, surface)
    try:
        runner.run(test, out=lambda text: None, clear_globs=False)
    except KeyboardInterrupt:
        fence.cut_short(runner.current.lineno if runner.current else 0)


def _refuse_directives(fence, example):
    for flag in [flag for flag in example.options if flag != doctest.ELLIPSIS]:
        name = next(key for key, value in doctest.OPTIONFLAGS_BY_NAME.items() if value == flag)
        fence.fail(
            example.lineno,
            f"the directive {name} is not allowed: only ELLIPSIS holds in this book",
        )
    example.options = {}


def _unreadable(fence, complaint):
    match = COMPLAINT.match(complaint)
    number, detail = (int(match[1]), match[2]) if match else (1, complaint)
    fence.fail(number - 1, f"cannot be read as a doctest: {detail}")
    fence.ends = True


def _difference(want, got):
    wanted, given = want.splitlines(), got.splitlines()
    if not given:
        return f"gives nothing, not {_first(want)}" if len(wanted) == 1 else (
            f"gives nothing, not the {len(wanted)} lines expected"
        )
    if not wanted:
        return f"gives {_first(got)}, but nothing is expected"
    if len(wanted) == len(given) == 1:
        return f"gives {given[0]}, not {wanted[0]}"
    number = next(
        (index for index, pair in enumerate(zip(wanted, given)) if pair[0] != pair[1]),
        min(len(wanted), len(given)),
    )
    return f"gives text that differs from what is expected in line {number + 1}"


def _first(text):
    return text.split("\n", 1)[0]


def _last(text):
    lines = [line for line in text.splitlines() if line and not line[0].isspace()]
    return lines[-1] if lines else text.strip()


def _as_written(fence, example, received, raised):
    """What would have to stand under the example, line by line, as deep as its prompt."""
    indent = fence.indent(example.lineno)
    lines = ((HEADER if raised else "") + received).rstrip("\n").split("\n")
    if lines == [""]:
        return ""
    return "\n".join(indent + (line if line.strip() else "<BLANKLINE>") for line in lines)
