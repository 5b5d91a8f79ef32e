#!/usr/bin/env python3
"""Fails for words that have no place in the sources; each rule says where and why.

usage: forbidden_text.py ROOT RULE
"""
import re
from typing import NamedTuple

import source_tree

LOWER = ["model/base", "model/certificates", "model/tls", "model/diagnosis", "model/sockets"]
PRODUCT = ["app", "ui", "model"]
EVERYTHING = [".", ".ci", *PRODUCT, "resources", "tests", "packaging"]


class Rule(NamedTuple):
    folders: list
    suffixes: frozenset
    pattern: re.Pattern
    why: str
    comments_too: bool = True


RULES = {
    "waits": Rule(
        PRODUCT, source_tree.CPP,
        re.compile(r"\bwaitFor\w*\s*\(|\b[mu]?sleep\s*\(|\bsleep_(for|until)\s*\(|\bnanosleep\s*\(|\bqWait\s*\("),
        "waits in place; use signals, timers and deadlines", comments_too=False),
    "sentences": Rule(
        LOWER, source_tree.CPP, re.compile(r"\btr\s*\(|\bQCoreApplication::translate\s*\(|\bQT_TR(ANSLATE)?_NOOP"),
        "sentences for users belong into model/text", comments_too=False),
    "unfinished": Rule(
        EVERYTHING, source_tree.TEXT, re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bnot implemented\b|\bstubs?\b"),
        "finish it or leave it out"),
    "paths": Rule(
        EVERYTHING, source_tree.TEXT, re.compile(r"(?<![\w.~})])/(home|Users|work)/\w|(?<![\w.~})])/root/|/tmp/\w*build"),
        "a path of one machine"),
}


def check(root, rule_name):
    rule = RULES[rule_name]
    for name, lines in source_tree.files(root, rule.folders, rule.suffixes):
        for number, line in enumerate(lines, 1):
            text = line if rule.comments_too else line.split("//")[0]
            match = rule.pattern.search(text)
            if match:
                yield f"{name}:{number}: {match[0]!r}: {rule.why}"


if __name__ == "__main__":
    source_tree.run(check)
