#!/usr/bin/env python3
"""Fails when a text of the program has no French, or when the French would not work in the text's place.

usage: translations.py ROOT LUPDATE
"""
import collections
import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import source_tree

FOLDERS = ["app", "ui", "model"]
TRANSLATIONS = pathlib.Path("resources", "translations")
UPDATE = "bring it in with: cmake --build --preset dev --target update_translations"

LITERAL = r'"(?:[^"\\]|\\.)*"'
MARKED = re.compile(r'\b(?:translate|QT_TRANSLATE(?:_N)?_NOOP)\s*\(\s*"(\w+)"\s*,\s*((?:' + LITERAL + r"\s*)+)"
                    r'|\btr\s*\(\s*((?:' + LITERAL + r"\s*)+)")
MNEMONIC = re.compile(r"&(?!&)(\w)")
ESCAPES = {"n": "\n", "t": "\t"}

# Their mnemonics are on the screen at the same time as no others; those of all other contexts are there together.
OWN_WINDOWS = {"sealport::AlgorithmPicker", "sealport::ApplicationsWindow", "sealport::CertificateDialog",
               "sealport::CertificateWindow",
               "sealport::ComparisonWindow", "sealport::ConnectionMenu", "sealport::ExportDialog",
               "sealport::HandoverWindow",
               "sealport::KeyPassphraseDialog",
               "sealport::RenewalDialog", "sealport::RequestWindow", "sealport::RevocationDialog",
               "sealport::RevocationListWindow", "sealport::SigningDialog", "sealport::TrashDialog",
               "sealport::TrustDialog"}

# Pages of the main window of which one is shown at a time: they may have the same keys, but not the window's own.
PAGES = {"sealport::AlgorithmForm", "sealport::ClientCertificateForm", "sealport::FurtherCertificatesForm",
         "sealport::LimitsForm", "sealport::SessionForm"}

# What stands in several of them.
SHARED_PARTS = {"sealport::ApplicationForm": ["sealport::ApplicationsWindow"],
                "sealport::InspectionWindow": ["sealport::CertificateWindow", "sealport::RequestWindow",
                                               "sealport::RevocationListWindow"],
                "sealport::IssuingDialog": ["sealport::RenewalDialog", "sealport::RevocationDialog",
                                            "sealport::SigningDialog"],
                "sealport::UrlFields": ["sealport::CertificateDialog", "sealport::SigningDialog"]}


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        translation = element.find("translation")
        self.finished = "type" not in translation.attrib
        forms = translation.findall("numerusform")
        self.is_plural = element.get("numerus") == "yes"
        self.texts = [form.text or "" for form in forms] if self.is_plural else [translation.text or ""]

    def fault(self, what):
        return f"{self.context}: {self.source!r}: {what}"


def messages(path):
    for context in xml.parse(path).getroot().iter("context"):
        for element in context.iter("message"):
            yield Message(context.findtext("name"), element)


def updated(root, lupdate, name, *options):
    """The messages of a copy of the file into which lupdate brought the sources' texts."""
    folders = [folder for folder in FOLDERS if (root / folder).is_dir()]
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, name)
        shutil.copy(root / TRANSLATIONS / name, copy)
        command = [lupdate, "-silent", "-no-obsolete", "-locations", "none", *options, *folders, "-I", ".", "-ts", copy]
        # It warns of what it cannot parse; texts lost that way are found by overlooked().
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return list(messages(copy))


def unquoted(literals):
    text = "".join(literal[1:-1] for literal in re.findall(LITERAL, literals))
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), text)


def overlooked(root, known):
    """Texts that are marked in the sources and in the file under no name: lupdate does not understand every expression."""
    texts = {message.source for message in known}
    pairs = {(message.context, message.source) for message in known}
    for name, lines in source_tree.files(root, FOLDERS, source_tree.CPP):
        for context, text, plain in MARKED.findall("\n".join(lines)):
            source = unquoted(text or plain)
            if source and (source not in texts if plain else (context, source) not in pairs):
                yield f"{name}: {source!r}: not in the French file, and lupdate may not see it"


def faults_of_text(message, text):
    if not text.strip() and message.source.strip():
        yield "no French"
        return
    # A plural form may leave the number out, as in "one server".
    wanted, given = (set(re.findall(r"%(?:L?\d+|n)", part)) - ({"%n"} if message.is_plural else set())
                     for part in (message.source, text))
    if wanted != given:
        yield f"placeholders {sorted(given)} instead of {sorted(wanted)}"
    if len(MNEMONIC.findall(message.source)) != len(MNEMONIC.findall(text)):
        yield "one has an access key (&) and the other has not"
    if re.search(r"['\"“”]", text):
        yield "quotes and apostrophes are « », ’"
    if re.search(r"(?<=\S) [;!?»]|(?<=\w) :(?!:)|« ", text):
        yield "an ordinary space beside : ; ! ? or « » lets the line break there"
    if spaces_around(message.source) != spaces_around(text):
        yield "a space or line break at an edge is missing or one too many"


def spaces_around(text):
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def windows_of(context):
    """Where its texts are on the screen, each with a set of keys of its own."""
    if context in PAGES:
        return [f"the main window with {context}"]
    if context in OWN_WINDOWS or context in SHARED_PARTS:
        return SHARED_PARTS.get(context, [context])
    return ["the main window", *(f"the main window with {page}" for page in sorted(PAGES))]


def double_keys(known):
    """Access keys that stand for two things in one window."""
    owners = collections.defaultdict(set)
    for message in known:
        windows = windows_of(message.context)
        for text in message.texts:
            for key in MNEMONIC.findall(text):
                for window in windows:
                    owners[window, key.lower()].add(message.source)
    for (window, key), sources in sorted(owners.items()):
        is_of_page = sources != owners.get(("the main window", key))
        if len(sources) > 1 and (is_of_page or window == "the main window"):
            yield f"{window}: Alt+{key.upper()} stands for {sorted(sources)}"


def check(root, lupdate):
    root = root.resolve()
    for message in updated(root, lupdate, "sealport_fr.ts"):
        if not message.finished:
            yield message.fault(f"no French; {UPDATE}")
    for message in updated(root, lupdate, "sealport_en.ts", "-pluralonly"):
        if not message.finished or not all(message.texts):
            yield message.fault(f"no English plural forms; {UPDATE}")
    known = list(messages(root / TRANSLATIONS / "sealport_fr.ts"))
    yield from overlooked(root, known)
    for message in known:
        for text in message.texts:
            yield from (message.fault(what) for what in faults_of_text(message, text))
    yield from double_keys(known)


if __name__ == "__main__":
    source_tree.run(check)
