#!/usr/bin/env python3
"""Fails for a source file that asks to be split, and for layouts that are not code.

usage: file_lengths.py ROOT
"""
import source_tree

LONGEST = 400


def check(root):
    for name, lines in source_tree.files(root, ["app", "ui", "model"], source_tree.CPP):
        if len(lines) > LONGEST:
            yield f"{name}: {len(lines)} lines; split it before it passes {LONGEST}"
    for path in sorted((root / "ui").rglob("*.ui")):
        yield f"{path.relative_to(root).as_posix()}: layouts are written in code"


if __name__ == "__main__":
    source_tree.run(check)
