"""scikit-learn's moons, circles and blobs, of odd sizes."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons

SHOWN = 8  # points of each


def record(_request):
    cases = []
    for samples, seed in ((2, 0), (3, 7), (101, 1), (1500, 4294967295)):
        for noise in (0.0, 0.25):
            cases.append(({"dataset": "moons", "noise": noise, "dataSeed": seed}, samples,
                          make_moons(samples, noise=noise, random_state=seed)))
            cases.append(({"dataset": "circles", "noise": noise, "factor": 0.3, "dataSeed": seed},
                          samples,
                          make_circles(samples, noise=noise, factor=0.3, random_state=seed)))
        for classes in (2, 3, 20):
            cases.append(({"dataset": "blobs", "classes": classes, "clusterStd": 0.7,
                           "dataSeed": seed}, samples,
                          make_blobs(samples, centers=classes, cluster_std=0.7,
                                     center_box=(-5, 5), random_state=seed)))
    made = []
    for settings, samples, (x, y) in cases:
        rows = np.unique(np.linspace(0, samples - 1, SHOWN).astype(int))
        made.append({"settings": settings, "samples": samples, "rows": rows.tolist(),
                     "x": [[float(f"{v:.9g}") for v in x[row]] for row in rows],
                     "y": y[rows].tolist(), "of_each": np.bincount(y).tolist()})
    return made
