"""Mutants of Python code: one operator, number or call inside a function changed at a time.

A mutant is put in place by giving the live functions another code object, so that nothing is imported anew.
What stands outside of functions (tables, defaults, decorators) is not mutated.
"""

from __future__ import annotations

import ast
import gc
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_COMPUTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min", "ceil": "floor", "floor": "ceil"}
_NOT_TO_CHANGE = ("pragma: no cover", "assert_never(", "TYPE_CHECKING", "# mutation: same")


@dataclass(frozen=True)
class CodeMutant:
    """One change of a module.

    Attributes:
        line: where.
        change: what was changed, as source before and after.
        function: the qualified name of the outermost function it is in.
        code: what that function runs with the change.
    """

    line: int
    change: str
    function: str
    code: CodeType


def code_mutants(path: Path) -> Iterator[CodeMutant]:
    """Yield the mutants of a module; those that do not compile are left out."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    tree = ast.parse(source)
    for name, function in _functions(tree, ""):
        for line, change, changed in _changes(function):
            if any(mark in lines[line - 1] for mark in _NOT_TO_CHANGE):
                continue
            module = _with_function(tree, function, changed)
            try:
                whole = compile(ast.fix_missing_locations(module), str(path), "exec", dont_inherit=True)
            except (SyntaxError, ValueError):
                continue
            code = _code_of(whole, name)
            if code is not None:
                yield CodeMutant(line, change, name, code)


def live_functions(path: Path) -> dict[str, list[FunctionType]]:
    """Return the functions of a module that exist in this process, by their qualified names."""
    found: dict[str, list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == str(path):
            found.setdefault(each.__code__.co_qualname, []).append(each)
    return found


def _functions(tree: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the outermost functions: those of the module and the methods of its classes."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{prefix}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{prefix}{node.name}.")


def _with_function(tree: ast.Module, old: ast.FunctionDef, new: ast.FunctionDef) -> ast.Module:
    class Put(ast.NodeTransformer):
        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
            return new if node is old else node

        def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
            found = ast.ClassDef(**{name: getattr(node, name) for name in node._fields})
            ast.copy_location(found, node)
            found.body = [self.visit(each) for each in node.body]
            return found

    module = ast.Module(body=list(tree.body), type_ignores=[])
    module.body = [Put().visit(each) for each in module.body]
    return module


def _code_of(code: CodeType, name: str) -> CodeType | None:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            if each.co_qualname == name:
                return each
            found = _code_of(each, name)
            if found is not None:
                return found
    return None


def _changes(function: ast.FunctionDef) -> Iterator[tuple[int, str, ast.FunctionDef]]:
    """Yield each change of a function: its line, what it is, and the function with it."""
    nodes = list(_inside(function))
    for position, node in enumerate(nodes):
        for number in range(len(list(_replacements(node)))):
            copy = deepcopy(function)
            twin = list(_inside(copy))[position]
            replacement = list(_replacements(twin))[number]
            said = f"{ast.unparse(node)} → {ast.unparse(replacement)}"
            _put(copy, twin, replacement)
            yield node.lineno, said.replace("\n", " "), copy


def _inside(function: ast.FunctionDef) -> Iterator[ast.expr | ast.stmt]:
    """Yield the nodes of a body, without annotations, decorators, docstrings and assertions."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assert):
            continue
        if isinstance(node, ast.expr | ast.stmt):
            yield node
        parts = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.AnnAssign):
            parts = [each for each in parts if each is not node.annotation]
        if isinstance(node, ast.FunctionDef):
            parts = list(node.body)
        if isinstance(node, ast.JoinedStr | ast.MatchValue):
            parts = [each for each in parts if isinstance(each, ast.FormattedValue)]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "cast":
            parts = list(node.args[1:])
        waiting += reversed(parts)


def _replacements(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.Compare(left, ops, comparators):
            for position, op in enumerate(ops):
                for other in _COMPARED[type(op)]:
                    yield ast.Compare(left, [*ops[:position], other(), *ops[position + 1 :]], comparators)
        case ast.BoolOp(ast.And(), values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(ast.Or(), values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.UnaryOp(ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _COMPUTED:
            yield ast.BinOp(left, _COMPUTED[type(op)](), right)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Call(ast.Name(name), args, keywords) if name in _CALLED:
            yield ast.Call(ast.Name(_CALLED[name], ast.Load()), args, keywords)
        case ast.IfExp(test, body, orelse) if _is_plain(test):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.If(test, body, orelse) if _is_plain(test):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.AugAssign(target, op, value) if type(op) in _COMPUTED:
            yield ast.AugAssign(target, _COMPUTED[type(op)](), value)
        case ast.Expr(value) if not isinstance(value, ast.Constant):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case _:
            return


def _is_plain(test: ast.expr) -> bool:
    """Whether a condition has nothing in it that is changed anyhow."""
    return not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp)


def _put(function: ast.FunctionDef, old: ast.AST, new: ast.AST) -> None:
    """Put a node in the place of another one, wherever it stands."""
    ast.copy_location(new, old)
    for parent in ast.walk(function):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                setattr(parent, name, [new if each is old else each for each in value])
