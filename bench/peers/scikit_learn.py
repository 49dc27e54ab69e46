"""The article run in scikit-learn's MLPClassifier. Data on stdin."""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
run = json.load(sys.stdin)
x = np.array(run["x"], np.float32).reshape(-1, 2)
y = np.array(run["y"])
settings = run["settings"]


def fit(epochs):
    model = MLPClassifier(
        settings["layers"], solver="adam", alpha=0.0, batch_size=settings["batchSize"],
        learning_rate_init=settings["learningRate"], max_iter=epochs, tol=0.0,
        n_iter_no_change=epochs + 1, epsilon=1e-7, random_state=0,
    )
    start = time.perf_counter()
    model.fit(x, y)
    return {"ms": (time.perf_counter() - start) * 1e3, "accuracy": model.score(x, y)}


fit(2)
print(json.dumps(fit(settings["epochs"])))
