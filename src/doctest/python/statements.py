"""Runs a fence without prompts: plain code, executed at the chapter's own line numbers."""

import __future__
import ast
import linecache
import sys
import traceback

FEATURES = [getattr(__future__, name, None) for name in ("annotations", "barry_as_FLUFL")]
FUTURE = sum(feature.compiler_flag for feature in FEATURES if feature is not None)


def run_statements(fence, namespace, surface):
    """Execute the fence in the namespace; the value of its last bare expression surfaces."""
    _show_source(fence)
    sys.displayhook = surface.take
    try:
        for code in _compiled(fence):
            exec(code, namespace)
    except KeyboardInterrupt as interrupt:
        fence.cut_short(_innermost(fence, interrupt.__traceback__))
    except SyntaxError as error:
        fence.ends = True
        _report_syntax(fence, error)
    except BaseException as error:
        fence.ends = True
        _report(fence, error, _innermost(fence, error.__traceback__))


def is_plain(code):
    """Whether a text is Python as it stands, so that any `>>>` in it stands inside a string."""
    lines = [line.lstrip() for line in code.splitlines()]
    if not any(line.startswith(">>>") for line in lines):
        return True
    try:
        ast.parse(code)
    except (SyntaxError, ValueError):
        return False
    return True


def _compiled(fence):
    """The statements before the last bare expression, it alone, and those after it."""
    body = ast.parse("\n" * (fence.line - 1) + fence.code, fence.file).body
    first = 1 if len(body) > 1 and ast.get_docstring(_module(body)) is not None else 0
    bare = [i for i, node in enumerate(body) if i >= first and isinstance(node, ast.Expr)]
    last = bare[-1] if bare else len(body)
    pieces = [
        (_module(body[:last]), "exec"),
        (ast.Interactive(body[last : last + 1]), "single"),
        (_module(body[last + 1 :]), "exec"),
    ]
    codes, flags = [], 0
    for tree, mode in pieces:
        if tree.body:
            code = compile(tree, fence.file, mode, flags, True)
            flags |= code.co_flags & FUTURE
            codes.append(code)
    return codes


def _module(body):
    tree = ast.parse("")
    tree.body = body
    return tree


def _show_source(fence):
    """Let tracebacks that the chapter itself prints quote the chapter's lines."""
    _, _, lines, _ = linecache.cache.get(fence.file, (0, None, [], ""))
    first = fence.line - 1
    lines = lines + ["\n"] * (first - len(lines))
    own = [line + "\n" for line in fence.code.split("\n")]
    lines[first : first + len(own)] = own
    linecache.cache[fence.file] = (0, None, lines, fence.file)


def _innermost(fence, trace):
    """The fence's line, from 0, of the innermost frame that stands in this fence."""
    found = 0
    for frame, line in traceback.walk_tb(trace):
        own = line is not None and 0 <= line - fence.line < fence.height
        if frame.f_code.co_filename == fence.file and own:
            found = line - fence.line
    return found


def _report(fence, error, line):
    text = "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")
    fence.fail(line, f"raises {text.splitlines()[0]}", received=text)


def _report_syntax(fence, error):
    if error.filename != fence.file or error.lineno is None:
        _report(fence, error, _innermost(fence, error.__traceback__))
        return
    line = min(max(error.lineno - fence.line, 0), fence.height - 1)
    text = f"{type(error).__name__}: {error.msg}"
    fence.fail(line, f"raises {text}", received=text)
