"""Runs exported scripts in Keras 3 or, unchanged, in Keras 2.

run_scripts.py keras | tf_keras REQUEST.json ANSWER.json: all in this one process, for TensorFlow
takes seconds to load, but each in a namespace of its own, as if it were called alone.
"""

import contextlib
import importlib
import io
import json
import numbers
import sys
import traceback
import warnings
from pathlib import Path

import matplotlib.pyplot as plt


def import_as_keras(name):
    """Makes `import keras` find the package of this name, its parts included."""
    package = importlib.import_module(name)
    if name != "keras":
        for module in [module for module in sys.modules if module.partition(".")[0] == "keras"]:
            del sys.modules[module]
        for module in list(sys.modules):
            if module.partition(".")[0] == name:
                sys.modules["keras" + module[len(name):]] = sys.modules[module]
    return package


def run(script):
    """What it left as its model; what it printed, and what ended it if not its own end."""
    printed, names, error = io.StringIO(), {"__name__": "__main__", "__file__": script["file"]}, ""
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            exec(compile(script["text"], script["file"], "exec"), names)
        except SystemExit as end:
            error = str(end)
        except BaseException:  # whatever a script can do
            error = traceback.format_exc()
    # The page's history and Keras's, where there are both.
    histories = {key: names[key] for key in ("page", "keras") if isinstance(names.get(key), dict)}
    return names.get("model"), {"printed": printed.getvalue(), "error": error, **histories}


def told(config):
    """A configuration without what is numbered, and so another name every time."""
    if isinstance(config, dict):
        return {key: told(value) for key, value in config.items()
                if key not in ("name", "registered_name", "build_config", "module")}
    if isinstance(config, (list, tuple)):
        return [told(value) for value in config]
    number = isinstance(config, numbers.Real) and not isinstance(config, bool)
    return float(f"{config:.6g}") if number else config


def describe(model):
    """All that decides what a training of it does."""
    skipped = ("InputLayer",)
    return {
        "layers": [{"class": type(layer).__name__, **told(layer.get_config())}
                   for layer in model.layers if type(layer).__name__ not in skipped],
        "optimizer": {"class": type(model.optimizer).__name__,
                      **told(model.optimizer.get_config())},
        "loss": model.loss,
    }


def differences(left, right, path="model"):
    if isinstance(left, dict) and isinstance(right, dict):
        return [found for key in sorted(left.keys() | right.keys())
                for found in differences(left.get(key), right.get(key), f"{path}.{key}")]
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        return [found for i, pair in enumerate(zip(left, right))
                for found in differences(*pair, f"{path}[{i}]")]
    return [] if left == right else [f"{path}: {left} instead of {right}"]


def main():
    flavour, request, answer = sys.argv[1:]
    keras = import_as_keras(flavour)
    import page_model  # which imports keras, and so this one
    answers = []
    for script in json.loads(Path(request).read_text()):
        keras.backend.clear_session()
        plt.close("all")
        with warnings.catch_warnings():
            model, result = run(script)
        if not result["error"]:
            described = describe(model)
            keras.backend.clear_session()
            wanted = describe(page_model.build(script["settings"], script["classes"]))
            result["other_model"] = differences(described, wanted)
        answers.append(result)
    told_all = {"version": keras.__version__, "answers": answers}
    Path(answer).write_text(json.dumps(told_all, default=float))


main()
