"""scikit-learn's classification_report and confusion_matrix of odd predictions."""

import numpy as np
from sklearn.metrics import classification_report, confusion_matrix

LISTED = 40  # samples, of which truth and prediction are recorded too


def predictions():
    """(truth, prediction, classes): right and wrong, with absent classes, few and many."""
    random = np.random.RandomState(3)
    made = []
    for classes in (1, 2, 3, 5, 10, 20):
        for samples, wrong in ((1, 1.0), (7, 0.5), (40, 0.0), (40, 1.0), (1000, 0.3)):
            truth = random.randint(classes, size=samples)
            other = (truth + random.randint(1, max(classes, 2), size=samples)) % classes
            prediction = np.where(random.random_sample(samples) < wrong, other, truth)
            made.append((truth, prediction, classes))
    full = np.arange(12)
    made += [
        (full % 3, np.zeros(12, int), 3),  # classes that are never predicted
        (np.zeros(12, int), full % 3, 3),  # classes without a true sample
        (np.repeat([0, 2], 6), np.repeat([2, 0], 6), 3),  # one that does not occur at all
        (np.repeat([0, 2, 4], 4), np.repeat([2, 0, 4], 4), 6),
        (np.full(5, 19), np.full(5, 19), 20),
        (np.full(3, 1), np.full(3, 4), 8),
        (np.repeat(np.arange(4), [1_200_000, 30_000, 500, 1]),
         np.repeat([0, 1, 0, 1, 2, 3], [1_150_000, 50_000, 10_000, 20_000, 499, 2]), 4),
        # Shares that end in a five, which are rounded to even.
        (np.repeat([0, 1], [8, 8]), np.repeat([0, 1, 1, 0], [5, 3, 7, 1]), 2),
        (np.repeat([0, 1], [200, 200]), np.repeat([0, 1, 1, 0], [1, 199, 125, 75]), 2),
        (np.repeat([0, 1], [1000, 1000]), np.repeat([0, 1, 0, 1], [125, 875, 375, 625]), 2),
    ]
    return made


def names(classes):
    """Of all lengths, ASCII and not."""
    some = ["cat", "a class with quite a long name", "x", "貓", "café", "weighted", "第二類 (狗)",
            "0.0"]
    return [some[i % len(some)] + ("" if i < len(some) else f" {i}") for i in range(classes)]


def record(_request):
    cases = []
    for truth, prediction, classes in predictions():
        every = list(range(classes))
        occurring = sorted(set(truth) | set(prediction))
        # zero_division=0: what the page shows where there is nothing to divide by
        def report(truth=truth, prediction=prediction, **options):
            return classification_report(truth, prediction, zero_division=0, **options)
        matrix = confusion_matrix(truth, prediction, labels=every)
        case = {
            "matrix": matrix.tolist(),
            "float": report(truth.astype(float), prediction.astype(float)),
            "integer": report(labels=every),
            "digits_0": report(labels=every, digits=0),
            "digits_5": report(labels=every, digits=5),
            "named": report(labels=every, target_names=names(classes)),
            "occurring_named": report(labels=occurring,
                                      target_names=[names(classes)[k] for k in occurring]),
            "dict": report(labels=every, output_dict=True),
        }
        if len(truth) <= LISTED:
            case |= {"truth": truth.tolist(), "prediction": prediction.tolist()}
        cases.append({"names": names(classes), **case})
    return cases
