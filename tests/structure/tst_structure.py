#!/usr/bin/env python3
"""The structure checks find what is planted, and leave alone what is right.

usage: tst_structure.py QT_INCLUDE_FOLDER
"""
import pathlib
import sys
import tempfile
import unittest

import file_lengths
import forbidden_text
import layers

QT_FOLDER = sys.argv.pop()


def faults_of(name, text, check, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, name)
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return list(check(pathlib.Path(folder), *arguments))


class Layers(unittest.TestCase):
    ROWS = [
        # what the row shows, file, its line, is it a fault
        ("tls uses certificates", "model/tls/a.h", '#include "model/certificates/certificate.h"', False),
        ("certificates use tls", "model/certificates/a.h", '#include "model/tls/session.h"', True),
        ("sockets use sentences", "model/sockets/a.cpp", '#include "model/text/error_text.h"', True),
        ("the model uses a window", "model/tables/a.cpp", '#include "ui/main_window.h"', True),
        ("a window uses the program", "ui/a.cpp", '#include "app/command_line.h"', True),
        ("a window uses a value", "ui/a.cpp", '#include "model/certificates/certificate.h"', False),
        ("a window uses a worker", "ui/a.cpp", '#include "model/sockets/network_worker.h"', True),
        ("a window uses an address", "ui/a.cpp", "#include <QHostAddress>", False),
        ("a window uses a socket", "ui/a.cpp", "#include <QTcpSocket>", True),
        ("a window uses a session", "ui/a.cpp", '#include "model/tls/session.h"', True),
        ("an include without its folder", "model/tls/a.cpp", '#include "session.h"', True),
        ("base uses the network", "model/base/a.cpp", "#include <QTcpSocket>", True),
        ("base uses the network by module", "model/base/a.cpp", "#include <QtNetwork/QTcpSocket>", True),
        ("base uses the core", "model/base/a.cpp", "#include <QtCore/QString>", False),
        ("diagnosis uses an address", "model/diagnosis/a.cpp", "#include <QHostAddress>", False),
        ("diagnosis uses a socket", "model/diagnosis/a.cpp", "#include <QTcpSocket>", True),
        ("a table uses colours", "model/tables/a.cpp", "#include <QColor>", False),
        ("a table uses a widget", "model/tables/a.cpp", "#include <QLabel>", True),
        ("tls uses OpenSSL", "model/tls/a.cpp", "#include <openssl/ssl.h>", False),
        ("base uses OpenSSL", "model/base/a.cpp", "#include <openssl/err.h>", True),
        ("the program uses OpenSSL", "app/main.cpp", "# include <openssl/err.h>", True),
        ("a window uses an OpenSSL handle", "ui/a.cpp", '#include "model/certificates/openssl_handle.h"', True),
        ("a folder that is no layer", "model/misc/a.cpp", "", True),
    ]

    def test_rows(self):
        for row, name, line, fault in self.ROWS:
            with self.subTest(row):
                self.assertEqual(bool(faults_of(name, line, layers.check, QT_FOLDER)), fault)


class FileLengths(unittest.TestCase):
    def test_the_limit_itself_passes(self):
        self.assertFalse(faults_of("ui/a.cpp", "\n" * 400, file_lengths.check))

    def test_one_line_more_fails(self):
        self.assertTrue(faults_of("ui/a.cpp", "\n" * 401, file_lengths.check))

    def test_designer_files_fail(self):
        self.assertTrue(faults_of("ui/a.ui", "", file_lengths.check))


class ForbiddenText(unittest.TestCase):
    ROWS = [
        ("a socket waits", "waits", "model/tls/a.cpp", "socket.waitForReadyRead(10);", True),
        ("a thread sleeps", "waits", "model/base/a.cpp", "QThread::msleep(10);", True),
        ("a comment names a wait", "waits", "model/tls/a.cpp", "// never waitForReadyRead() here", False),
        ("a thread is joined", "waits", "model/base/a.cpp", "thread.wait(1000);", False),
        ("a test waits", "waits", "tests/tls/a.cpp", "socket.waitForReadyRead(10);", False),
        ("a sentence too low", "sentences", "model/tls/a.cpp", 'return tr("No");', True),
        ("a sentence at the edge", "sentences", "model/text/a.cpp", 'return tr("No");', False),
        ("a word that ends in tr", "sentences", "model/tls/a.cpp", "use(std::string_view(ptr(1)));", False),
        ("work left over", "unfinished", "tests/tls/a.cpp", "// TO" "DO: more", True),
        ("an ordinary comment", "unfinished", "tests/tls/a.cpp", "// todo lists are data here", False),
        ("somebody's folder", "paths", "packaging/a.cmake", "set(x /ho" "me/somebody/x)", True),
        ("a folder named work in a project", "paths", "packaging/a.cmake", "set(x ${dir}/work/x)", False),
        ("the system's folders", "paths", "packaging/a.cmake", "set(x /usr/share/x)", False),
    ]

    def test_rows(self):
        for row, rule, name, text, fault in self.ROWS:
            with self.subTest(row):
                self.assertEqual(bool(faults_of(name, text, forbidden_text.check, rule)), fault)


if __name__ == "__main__":
    unittest.main()
