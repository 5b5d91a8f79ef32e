"""What the structure checks share: walking the sources and reporting faults."""
import pathlib
import sys

CPP = frozenset({".h", ".cpp"})
TEXT = CPP | {".py", ".cmake", ".txt", ".json", ".md", ".sh", ".xml", ".desktop", ".qrc", ".svg", ""}
SKIPPED = frozenset({".git", "build", "fixtures", "corpus", "structure", "__pycache__"})


def files(root, folders, suffixes):
    """Yields (path from the root, lines) of every file of these kinds in these folders; "." is the root's own files."""
    for folder in folders:
        found = root.glob("*") if folder == "." else (root / folder).rglob("*")
        for path in sorted(found):
            relative = path.relative_to(root)
            if path.is_file() and path.suffix in suffixes and not SKIPPED.intersection(relative.parts):
                yield relative.as_posix(), path.read_text(encoding="utf-8", errors="replace").splitlines()


def run(check):
    """The main of every check: prints what check(root, *arguments) found; 1 when that is something."""
    faults = list(check(pathlib.Path(sys.argv[1]), *sys.argv[2:]))
    print("\n".join(faults) or "nothing found")
    sys.exit(bool(faults))
