#!/usr/bin/env python3
"""Fails when a file includes something above its own layer, or a library that its layer never sees.

usage: layers.py ROOT QT_INCLUDE_FOLDER
"""
import pathlib
import re

import source_tree

# Bottom to top: a layer may include itself and what its row names.
MODEL = ["model/base", "model/certificates", "model/tls", "model/diagnosis", "model/sockets", "model/text", "model/tables"]
LAYERS = {layer: set(MODEL[:index]) for index, layer in enumerate(MODEL)}
LAYERS["ui"] = set(MODEL) | {"resources"}
LAYERS["app"] = set(MODEL) | {"resources", "ui"}
LAYERS["resources"] = set()

# Qt modules that a layer may include; the others of Qt stay out.
QT_MODULES = {
    "model/base": {"QtCore"},
    "model/certificates": {"QtCore"},
    "model/tls": {"QtCore", "QtNetwork"},
    "model/diagnosis": {"QtCore"},
    "model/sockets": {"QtCore", "QtNetwork"},
    "model/text": {"QtCore"},
    "model/tables": {"QtCore", "QtGui"},
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtCharts"},
    "app": {"QtCore", "QtGui", "QtWidgets", "QtNetwork"},
    "resources": {"QtCore"},
}
# Values of a module that is otherwise out of bounds: they send and receive nothing.
QT_VALUES = {"model/diagnosis": {"QHostAddress"}, "ui": {"QHostAddress"}}

SEES_OPENSSL = {"model/certificates", "model/tls", "model/diagnosis", "model/sockets"}
OPENSSL = re.compile(r"openssl/|model/certificates/openssl_")

# What runs in the network threads: nothing for windows.
NOT_FOR_UI = re.compile(r"model/(tls/.*(session|server|context|bio|socket)|sockets/.*(worker|responder|engine|running)).*\.h$")

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def layer_of(path):
    return next((layer for layer in sorted(LAYERS, key=len, reverse=True) if path.startswith(layer + "/")), None)


def qt_modules_of(header, qt_folder):
    """The Qt modules that have this header; empty when it is not Qt's."""
    first = header.split("/")[0]
    if first.startswith("Qt") and (qt_folder / first).is_dir():
        return {first}
    return {path.parent.name for path in qt_folder.glob(f"Qt*/{header}")}


def fault_of(layer, own, other, qt_folder):
    """Why `layer` must not include this, None when it may. One of `own` (in quotes) and `other` is set."""
    name = own or other
    if OPENSSL.match(name) and layer not in SEES_OPENSSL:
        return f"{layer} never sees OpenSSL: {name}"
    if own:
        if own.endswith(".moc"):
            return None
        target = layer_of(own)
        if target is None:
            return f"include by path from the root, not {own}"
        if target != layer and target not in LAYERS[layer]:
            return f"{layer} must not include {target}"
        if layer == "ui" and NOT_FOR_UI.match(own):
            return f"ui must not include what runs in network threads: {own}"
        return None
    modules = qt_modules_of(other, qt_folder)
    if modules and not modules & QT_MODULES[layer] and other not in QT_VALUES.get(layer, ()):
        return f"{layer} must not include {'/'.join(sorted(modules))}: {other}"
    return None


def check(root, qt_folder):
    qt_folder = pathlib.Path(qt_folder)
    if not (qt_folder / "QtCore").is_dir():
        yield f"{qt_folder} does not hold Qt's headers"
    for name, lines in source_tree.files(root, ["app", "ui", "model", "resources"], source_tree.CPP):
        layer = layer_of(name)
        if layer is None:
            yield f"{name}: in no layer"
            continue
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            fault = match and fault_of(layer, match[1], match[2], qt_folder)
            if fault:
                yield f"{name}:{number}: {fault}"


if __name__ == "__main__":
    source_tree.run(check)
