"""Training step by step from given weights: what Keras has after some of them."""

import keras
import numpy as np

import page_model


def batches(settings, samples):
    """(rows, dropout's masks) of every step, as the page draws them from its seed."""
    random = np.random.RandomState(settings["seed"])
    rate = settings["dropout"]
    units = [units for units, _ in page_model.hidden_layers(settings)] if rate else []
    while True:
        order = random.permutation(samples)
        for start in range(0, samples, settings["batchSize"]):
            rows = order[start:start + settings["batchSize"]]
            yield rows, [(random.random_sample((len(rows), n)) >= rate) / (1 - rate) for n in units]


def train(case, steps, snapshots, dtype):
    """Weights after each of snapshots, loss and accuracy of every epoch, outputs at the end."""
    keras.utils.clear_session()
    keras.config.set_floatx(dtype)
    settings, classes = case["settings"], case["classes"]
    x, y = np.array(case["x"], dtype).reshape(-1, 2), np.eye(classes, dtype=dtype)[case["y"]]
    model = page_model.build(settings, classes, given_masks=True)
    shapes = [w.shape for w in model.get_weights()]
    ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])
    assert ends[-1] == len(case["start"])
    parts = np.split(np.array(case["start"], dtype), ends[:-1])
    model.set_weights([part.reshape(shape) for part, shape in zip(parts, shapes)])

    weights, history, sums, seen = {}, [], np.zeros(2), 0
    for step, (rows, masks) in enumerate(batches(settings, len(x)), start=1):
        inputs = [x[rows], *(mask.astype(dtype) for mask in masks)]
        logs = model.train_on_batch(inputs if masks else inputs[0], y[rows])
        sums, seen = sums + np.array(logs) * len(rows), seen + len(rows)
        if seen == len(x):  # fit's history has the means over the samples of an epoch
            history.append(list(sums / seen))
            sums, seen = np.zeros(2), 0
        if step in snapshots:
            weights[step] = [w.copy() for w in model.get_weights()]
        if step == steps:
            break
    kept = [np.ones((len(x), n), dtype) for n, _ in page_model.hidden_layers(settings)
            if settings["dropout"]]
    outputs = np.asarray(model([x, *kept] if kept else x, training=False))
    return weights, history, outputs


def gap(narrow, wide):
    """How far apart, relative to the largest."""
    return float(np.abs(narrow - wide).max() / max(np.abs(wide).max(), 1e-30))


def readable(values):
    """float32 with as few digits as tell it from the next."""
    return [float(str(v)) for v in np.asarray(values, np.float32).ravel()]


def record(request):
    """What Keras has in float32, and how far its own float64 run is from that."""
    steps, snapshots = request["steps"], request["snapshots"]
    cases = []
    for case in request["cases"]:
        narrow = train(case, steps, snapshots, "float32")
        wide = train(case, steps, snapshots, "float64")
        losses = np.array([h[0] for h in narrow[1]]), np.array([h[0] for h in wide[1]])
        cases.append({
            "name": case["name"], "settings": case["partial"], "start": readable(case["start"]),
            "after": [{
                "steps": step,
                "weights": [readable(w) for w in narrow[0][step]],
                "gaps": [float(f"{gap(n, w):.2g}") for n, w in zip(narrow[0][step], wide[0][step])],
            } for step in snapshots],
            "history": [{"epoch": epoch, "loss": float(f"{narrow[1][epoch - 1][0]:.9g}"),
                         "accuracy": float(f"{narrow[1][epoch - 1][1]:.9g}")}
                        for epoch in sorted({1, min(2, len(narrow[1])), len(narrow[1])})],
            "history_gap": float(f"{gap(*losses):.2g}"),
            "outputs": readable(narrow[2][:8]),
            "outputs_gap": float(f"{gap(narrow[2], wide[2]):.2g}"),
        })
        print(f"  {case['name']}", flush=True)
    keras.config.set_floatx("float32")
    return cases
