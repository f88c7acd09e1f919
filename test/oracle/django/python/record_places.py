"""Finds where names such as django.http.response:HttpResponse.close are defined, in the real package."""

import ast
import hashlib
import importlib
import inspect
import sys

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def definitions(tree):
    """Every definition of a module by its qualified name, with the node that has it; the first counts."""
    found = {}

    def add(name, node):
        found.setdefault(name, node)

    def walk(node, path):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, FUNCTIONS):
                add(path + child.name, child)
                walk(child, path + child.name + ".<locals>.")
            elif isinstance(child, ast.ClassDef):
                add(path + child.name, child)
                walk(child, path + child.name + ".")
            elif isinstance(child, (ast.Assign, ast.AnnAssign)):
                for target in getattr(child, "targets", None) or [child.target]:
                    if isinstance(target, ast.Name):
                        add(path + target.id, child)
                walk(child, path)
            else:
                walk(child, path)

    walk(tree, "")
    return found


modules = {}


def read(module):
    """The lines and the definitions of a module."""
    if module not in modules:
        source = inspect.getsource(importlib.import_module(module))
        modules[module] = source.splitlines(), definitions(ast.parse(source))
    return modules[module]


def place(name):
    """`[file, line, hash of the definition]`; only `[]` for what exists without a definition of its
    own there, as an attribute inherited or imported; `None` for what does not exist."""
    module, _, qualname = name.partition(":")
    try:
        lines, found = read(module)
    except (ImportError, OSError, TypeError):
        return None
    if qualname in found:
        node = found[qualname]
        text = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        path = importlib.import_module(module).__file__.replace("\\", "/")
        package = "/%s/" % module.split(".")[0]
        start = path.rindex(package) if package in path else path.rindex("/")
        return [path[start + 1 :], node.lineno, digest]
    held = importlib.import_module(module)
    try:
        for part in qualname.split("."):
            held = getattr(held, part)
    except AttributeError:
        return None
    return []


def places(names):
    """The place of each name."""
    return {name: place(name) for name in names}
