#!/usr/bin/env python3
"""The check of the translations finds what is planted, and leaves alone what is right.

usage: tst_translations.py LUPDATE
"""
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

import translations

LUPDATE = sys.argv.pop()


def file_of(language, context, entries):
    """A file of translations; the translation of a plural is a list of its forms."""
    text = ""
    for source, translation in entries:
        plural = isinstance(translation, list)
        if plural:
            translation = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in translation)
        else:
            translation = escape(translation)
        text += f"<message numerus='{'yes' if plural else 'no'}'><source>{escape(source)}</source>"
        text += f"<translation>{translation}</translation></message>"
    return f'<TS version="2.1" language="{language}"><context><name>{context}</name>{text}</context></TS>'


def faults_of(source, french, english=(), context="Text", header=""):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        files = {
            "ui/a.cpp": source,
            "ui/a.h": header,
            "resources/translations/sealport_fr.ts": file_of("fr", context, french),
            "resources/translations/sealport_en.ts": file_of("en", context, english),
        }
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(translations.check(root, LUPDATE))


def marked(text, more=""):
    return f'QString a() {{ return QCoreApplication::translate("Text", "{text}"{more}); }}'


class Texts(unittest.TestCase):
    ROWS = [
        # what the row shows, the source's text, its French, is it a fault
        ("a text with its French", "Stop", "Arrêter", False),
        ("an empty French", "Stop", "", True),
        ("a value that stays", "Port %1", "Port %1", False),
        ("a value that got lost", "Port %1", "Port", True),
        ("an access key on both sides", "&Stop", "A&rrêter", False),
        ("an access key that got lost", "&Stop", "Arrêter", True),
        ("a straight apostrophe", "The address", "L'adresse", True),
        ("a straight quotation mark", "“%1”", "\"%1\"", True),
        ("a colon after an ordinary space", "Name: %1", "Nom : %1", True),
        ("a colon after a space that holds", "Name: %1", "Nom\u00a0: %1", False),
        ("an IPv6 address that begins with colons", "on :: and ::1", "sur :: et ::1", False),
        ("quotes that hold", "'%1'", "«\u00a0%1\u00a0»", False),
        ("quotes that break", "'%1'", "« %1 »", True),
        ("a unit after its space", " days", "\u00a0jours", False),
        ("a unit without its space", " days", "jours", True),
    ]

    def test_rows(self):
        for row, text, french, fault in self.ROWS:
            with self.subTest(row):
                context = xml.fromstring(file_of("fr", "Text", [(text, french)])).find("context")
                message = translations.Message("Text", context.find("message"))
                self.assertEqual(bool(list(translations.faults_of_text(message, french))), fault)

    def test_a_text_with_its_french_passes(self):
        self.assertFalse(faults_of(marked("Stop"), [("Stop", "Arrêter")]))

    def test_a_text_with_a_fault_fails(self):
        self.assertTrue(faults_of(marked("Stop"), [("Stop", "L'arrêt")]))

    def test_a_text_without_an_entry_fails(self):
        self.assertTrue(faults_of(marked("Stop"), []))

    def test_a_text_that_lupdate_does_not_see_fails(self):
        unseen = marked("%n hours", ", nullptr, seconds / 3600")
        self.assertTrue(faults_of(unseen, [("Stop", "Arrêter")]))

    def test_a_text_in_two_pieces_counts_as_one(self):
        self.assertFalse(faults_of(marked('One "\n    "two'), [("One two", "Un deux")]))


class Plurals(unittest.TestCase):
    SOURCE = marked("%n servers", ", nullptr, count")
    ENGLISH = [("%n servers", ["%n server", "%n servers"])]

    def test_two_forms_in_both_languages_pass(self):
        self.assertFalse(faults_of(self.SOURCE, [("%n servers", ["%n serveur", "%n serveurs"])], self.ENGLISH))

    def test_a_missing_english_form_fails(self):
        self.assertTrue(faults_of(self.SOURCE, [("%n servers", ["%n serveur", "%n serveurs"])], []))

    def test_an_empty_french_form_fails(self):
        self.assertTrue(faults_of(self.SOURCE, [("%n servers", ["%n serveur", ""])], self.ENGLISH))


class AccessKeys(unittest.TestCase):
    SOURCE = marked("&Start") + marked("S&top")

    def test_one_key_for_two_things_fails(self):
        self.assertTrue(faults_of(self.SOURCE, [("&Start", "Démarre&r"), ("S&top", "Arrête&r")]))

    def test_two_keys_pass(self):
        self.assertFalse(faults_of(self.SOURCE, [("&Start", "&Démarrer"), ("S&top", "&Arrêter")]))

    @staticmethod
    def keys(*texts):
        """Whether these (context, text) have a key that stands for two things."""
        known = []
        for context, text in texts:
            element = xml.fromstring(f"<message><source>{text.replace('&', '')}</source><translation/></message>")
            message = translations.Message(context, element)
            message.texts = [text]
            known.append(message)
        return list(translations.double_keys(known))

    def test_pages_may_have_the_same_key(self):
        self.assertFalse(self.keys(("sealport::SessionForm", "Tic&kets"), ("sealport::AlgorithmForm", "&Key")))

    def test_a_page_may_not_have_a_key_of_its_window(self):
        self.assertTrue(self.keys(("sealport::SessionForm", "&Tickets"), ("sealport::ServerPanel", "S&top")))

    def test_a_page_may_not_have_a_key_twice(self):
        self.assertTrue(self.keys(("sealport::SessionForm", "&Tickets"), ("sealport::SessionForm", "&To")))

    def test_windows_may_have_the_same_key(self):
        self.assertFalse(self.keys(("sealport::AlgorithmPicker", "&Tick"), ("sealport::ServerPanel", "S&top")))


class Contexts(unittest.TestCase):
    HEADER = "namespace sealport { class Panel : public QWidget { Q_OBJECT\n void a(); }; }"
    SOURCE = '#include "ui/a.h"\nnamespace sealport { void Panel::a() { tr("Stop"); } }'

    def test_a_class_keeps_its_namespace(self):
        self.assertFalse(faults_of(self.SOURCE, [("Stop", "Arrêter")], context="sealport::Panel", header=self.HEADER))

    def test_a_class_without_its_namespace_is_another(self):
        self.assertTrue(faults_of(self.SOURCE, [("Stop", "Arrêter")], context="Panel", header=self.HEADER))


if __name__ == "__main__":
    unittest.main()
