"""The article run in Keras 3's model.fit, on the backend that the argument names. Data on stdin."""

import json
import os
import sys
import time

os.environ["KERAS_BACKEND"] = sys.argv[1]
import keras
import numpy as np

run = json.load(sys.stdin)
x = np.array(run["x"], np.float32).reshape(-1, 2)
y = keras.utils.to_categorical(run["y"])
settings = run["settings"]


def compiled():
    keras.utils.set_random_seed(0)
    model = keras.Sequential([
        keras.Input((2,)),
        *(keras.layers.Dense(units, "relu") for units in settings["layers"]),
        keras.layers.Dense(run["classes"], "softmax"),
    ])
    model.compile(keras.optimizers.Adam(settings["learningRate"]), "categorical_crossentropy",
                  metrics=["accuracy"])
    return model


def fit(model, epochs):
    start = time.perf_counter()
    history = model.fit(x, y, batch_size=settings["batchSize"], epochs=epochs, verbose=0)
    ms = (time.perf_counter() - start) * 1e3
    return {"ms": ms, "accuracy": history.history["accuracy"][-1]}


model = compiled()  # a model keeps what was compiled for it, so the one that is timed has had an epoch
first = fit(model, 1)["ms"]
second = fit(model, 1)["ms"]
print(json.dumps(fit(model, settings["epochs"]) | {"compile_ms": first - second}))
