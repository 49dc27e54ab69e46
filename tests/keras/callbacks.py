"""EarlyStopping and ReduceLROnPlateau, driven by given losses."""

import keras
import numpy as np


class Optimizer:
    """The callback reads and sets this; float32, as a real optimizer keeps it."""

    def __init__(self, rate):
        self._rate = np.float32(rate)

    @property
    def learning_rate(self):
        return self._rate

    @learning_rate.setter
    def learning_rate(self, rate):
        self._rate = np.float32(rate)


class Model:
    """What of a model these callbacks touch. Its weights are the number of its epoch."""

    def __init__(self, rate):
        self.optimizer, self.stop_training, self.weights = Optimizer(rate), False, [0]

    def get_weights(self):
        return list(self.weights)

    def set_weights(self, weights):
        self.weights = list(weights)


def make_callbacks(settings, monitor):
    made = []
    if settings["schedule"] == "plateau":
        made.append(keras.callbacks.ReduceLROnPlateau(
            monitor=monitor, factor=settings["decayRate"], patience=settings["plateauPatience"],
            min_delta=1e-4))
    if settings["earlyStopping"]:
        made.append(keras.callbacks.EarlyStopping(
            monitor=monitor, patience=settings["patience"], min_delta=settings["minDelta"],
            restore_best_weights=settings["restoreBestWeights"]))
    return made


def outcome(settings, losses):
    """losses: those of each fit. What came of it, in the words of callback-cases.mjs."""
    model = Model(settings["learningRate"])
    callbacks = make_callbacks(settings, "loss")
    for callback in callbacks:
        callback.set_model(model)
    came = {"epochs": [], "stopped": [], "weights": [], "rates": []}
    number = 0
    for fit in losses:
        model.stop_training = False
        for callback in callbacks:
            callback.on_train_begin()
        for epoch, loss in enumerate(fit):
            number += 1
            model.weights = [number]
            came["rates"].append(float(str(model.optimizer.learning_rate)))
            for callback in callbacks:
                callback.on_epoch_end(epoch, {"loss": loss})
            if model.stop_training:
                break
        for callback in callbacks:
            callback.on_train_end()
        came["epochs"].append(epoch + 1)
        came["stopped"].append(model.stop_training)
        came["weights"].append(model.weights[0])
    return came


def record(request):
    return [{**case, "outcome": outcome({**request["defaults"], **case["settings"],
                                         **case["keras"]}, case["losses"])}
            for case in request["cases"]]
