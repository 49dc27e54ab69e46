"""NumPy's order of labels, scikit-learn's StandardScaler, and its network on real files."""

import numpy as np
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

SEEDS = range(10)
NETWORK = {"hidden_layer_sizes": (32, 16), "learning_rate_init": 0.003, "batch_size": 32,
           "max_iter": 100, "n_iter_no_change": 100, "tol": 0, "alpha": 0}

LABELS = [
    ["b", "a", "B", "A", "_", "a"],
    ["10", "9", "-1", "2.5", "1e1"],
    ["10", "9", "-1", "x"],
    ["cat", "catalogue", "ca", "cat 2"],
    ["貓", "狗", "cat", "Zoë", "zoe", "é", "e"],
    ["\U0001f600", "\uff5e", "\ue000", "\U00020000", "z"],
    ["__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "a, b", 'say "x"'],
    ["0.0", "2.0", "1.0"],
]

COLUMNS = [
    [1, 2, 4, 8.5],
    [5, 5, 5],
    [1e9 + 1, 1e9 + 2, 1e9 + 4],
    [0.1, 0.1, 0.1],
    [-1e-7, 3e-7, 2e-7, 0],
]


def numbers(labels):
    """The labels as pandas would read them: as floats if all are numbers."""
    try:
        return [float(label) for label in labels]
    except ValueError:
        return labels


def unique(labels):
    """np.unique, with the first way in which each label is written."""
    _, first = np.unique(np.array(numbers(labels)), return_index=True)
    return {"labels": labels, "unique": [labels[i] for i in first]}


def standardized(column):
    scaler = StandardScaler().fit(np.array(column, float)[:, None])
    return {"column": column, "mean": float(scaler.mean_[0]),
            "deviation": float(np.sqrt(scaler.var_[0])),
            "scaled": scaler.transform(np.array(column, float)[:, None])[:, 0].tolist()}


def trained(case):
    """What MLPClassifier reaches, seed by seed, and the report of the core's predictions."""
    x = np.array(case["x"], np.float32).reshape(-1, 2)
    y, prediction = np.array(case["y"]), np.array(case["prediction"])
    accuracies = [MLPClassifier(**NETWORK, random_state=seed).fit(x, y).score(x, y)
                  for seed in SEEDS]
    return {"file": case["file"], "columns": case["columns"], "labels": case["labels"],
            "prediction": case["prediction"], "accuracies": accuracies,
            "matrix": confusion_matrix(y, prediction).tolist(),
            "report": classification_report(np.array(case["labels"])[y],
                                            np.array(case["labels"])[prediction])}


def record(request):
    return [*map(unique, LABELS), *map(standardized, COLUMNS), *map(trained, request)]
