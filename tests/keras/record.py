"""Asks the real Keras and scikit-learn for all numbers that the core is held against.

record.py REQUEST.json FOLDER: the request says what the core was asked; the answers go to FOLDER, a
file a subject, each with the versions that gave it.
"""

import json
import sys
from pathlib import Path

import keras
import numpy
import sklearn
import tensorflow

import callbacks
import datasets
import initializers
import reports
import steps
import tables

KERAS = {"keras": keras.__version__, "tensorflow": tensorflow.__version__}
SCIKIT_LEARN = {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__}
SUBJECTS = {"callbacks": (callbacks, KERAS), "initializers": (initializers, KERAS),
            "reports": (reports, SCIKIT_LEARN), "datasets": (datasets, SCIKIT_LEARN),
            "steps": (steps, KERAS), "tables": (tables, SCIKIT_LEARN)}


def main():
    request, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, (subject, versions) in SUBJECTS.items():
        cases = subject.record(request.get(name))
        rows = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":"))
                          for case in cases)
        text = f'{{"versions":{json.dumps(versions)},"cases":[\n{rows}\n]}}\n'
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"{name}: {len(cases)} cases", flush=True)


main()
