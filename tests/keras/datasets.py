"""scikit-learn's moons, circles, blobs and classification, of odd sizes, and numpy's xor."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_classification, make_moons

SHOWN = 8  # points of each
SEEDS = (0, 7, 1, 4294967295)


def even():
    """One number of samples, which scikit-learn divides."""
    for samples, seed in zip((2, 3, 101, 1500), SEEDS):
        for noise in (0.0, 0.25):
            yield ({"dataset": "moons", "noise": noise, "dataSeed": seed},
                   make_moons(samples, noise=noise, random_state=seed))
            yield ({"dataset": "circles", "noise": noise, "factor": 0.3, "dataSeed": seed},
                   make_circles(samples, noise=noise, factor=0.3, random_state=seed))
        for classes in (2, 3, 20):
            yield ({"dataset": "blobs", "classes": classes, "clusterStd": 0.7, "dataSeed": seed},
                   make_blobs(samples, centers=classes, cluster_std=0.7, center_box=(-5, 5),
                              random_state=seed))
        for classes, clusters in ((2, 1), (2, 2), (3, 1), (4, 1)):
            for class_sep, flip_y in ((1.0, 0.01), (0.3, 0.0), (2.5, 0.4)):
                yield classification(samples, classes, clusters, class_sep, flip_y, seed)


def classification(samples, classes, clusters, class_sep, flip_y, seed, weights=None):
    settings = {"dataset": "classification", "classes": classes, "clustersPerClass": clusters,
                "classSep": class_sep, "flipY": flip_y, "dataSeed": seed}
    return settings, make_classification(
        samples, n_features=2, n_informative=2, n_redundant=0, n_repeated=0, n_classes=classes,
        n_clusters_per_class=clusters, weights=weights, class_sep=class_sep, flip_y=flip_y,
        random_state=seed)


def weights_of(points, clusters):
    """What makes make_classification, which divides by proportions, give so many of each class."""
    weights = [(count + 0.5) / sum(points) for count in points]
    if clusters == 2 and points[0] % 2 == 0 and points[1] % 2 == 1:
        weights[0] = (points[0] - 1.5) / sum(points)
    return weights


def make_xor(points, noise, seed):
    random = np.random.RandomState(seed)
    made = []
    for k, count in enumerate(points):
        x = random.uniform(-1, 1, (count, 2))
        x[:, 1] = np.copysign(x[:, 1], -x[:, 0] if k else x[:, 0])
        made.append(x + noise * random.randn(count, 2))
    return np.vstack(made), np.repeat([0, 1], points)


def uneven():
    """A number of points for each class."""
    for points, seed in zip(((1, 1), (2, 1), (30, 77), (1000, 3)), SEEDS):
        for noise in (0.0, 0.25):
            yield ({"dataset": "moons", "points": points, "noise": noise, "dataSeed": seed},
                   make_moons(points, noise=noise, random_state=seed))
            yield ({"dataset": "circles", "points": points, "noise": noise, "factor": 0.3,
                    "dataSeed": seed},
                   make_circles(points, noise=noise, factor=0.3, random_state=seed))
            yield ({"dataset": "xor", "points": points, "noise": noise, "dataSeed": seed},
                   make_xor(points, noise, seed))
        counts = (*points, 20, 9)
        yield ({"dataset": "blobs", "classes": 4, "points": counts, "clusterStd": 0.7,
                "dataSeed": seed},
               make_blobs(counts, cluster_std=0.7, center_box=(-5, 5), random_state=seed))
        for classes, clusters in ((2, 1), (2, 2), (3, 1), (4, 1)):
            counts_here = counts[:classes]
            for flip_y in (0.0, 0.3):
                settings, made = classification(
                    sum(counts_here), classes, clusters, 1.5, flip_y, seed,
                    weights_of(counts_here, clusters))
                yield {**settings, "points": counts_here}, made


def record(_request):
    made = []
    for settings, (x, y) in (*even(), *uneven()):
        rows = np.unique(np.linspace(0, len(y) - 1, SHOWN).astype(int))
        made.append({"settings": settings, "samples": len(y), "rows": rows.tolist(),
                     "x": [[float(f"{v:.9g}") for v in x[row].astype("float32")]
                           for row in rows.tolist()],
                     "y": y[rows].tolist(), "of_each": np.bincount(y).tolist()})
    return made
