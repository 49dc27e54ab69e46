"""The page's settings as a Keras model; written apart from the exported scripts, to judge them."""

import keras
from keras import layers, optimizers, regularizers

def hidden_layers(settings):
    """(units, activation) of each."""
    return [(layer["units"], layer["activation"]) if isinstance(layer, dict)
            else (layer, settings["activation"]) for layer in settings["layers"]]


def learning_rate(settings):
    rate, steps = float(settings["learningRate"]), settings["decaySteps"]
    schedule = settings["schedule"]
    if schedule in ("constant", "plateau"):
        return rate
    if schedule == "cosine":
        return optimizers.schedules.CosineDecay(rate, steps)
    return optimizers.schedules.ExponentialDecay(
        rate, steps, settings["decayRate"], staircase=schedule == "step")


def optimizer(settings):
    common = {"learning_rate": learning_rate(settings)}
    if settings["clipNorm"]:
        common["global_clipnorm"] = settings["clipNorm"]
    adam = {"beta_1": settings["beta1"], "beta_2": settings["beta2"],
            "epsilon": settings["epsilon"]}
    name = settings["optimizer"]
    if name == "sgd":
        return optimizers.SGD(**common)
    if name in ("momentum", "nesterov"):
        return optimizers.SGD(momentum=float(settings["momentum"]), nesterov=name == "nesterov",
                              **common)
    if name == "rmsprop":
        return optimizers.RMSprop(rho=settings["rho"], epsilon=settings["epsilon"], **common)
    if name == "adam":
        return optimizers.Adam(**adam, **common)
    if name == "adamw":
        return optimizers.AdamW(weight_decay=settings["weightDecay"], **adam, **common)
    raise ValueError(name)


def build(settings, classes, given_masks=False):
    """A compiled model. given_masks: it takes dropout's masks as inputs after x, one a layer."""
    def dense(units, activation=None):
        penalty = (regularizers.L1L2(settings["l1"], settings["l2"])
                   if settings["l1"] or settings["l2"] else None)
        return layers.Dense(units, activation, kernel_initializer=settings["initializer"],
                            kernel_regularizer=penalty)

    x = keras.Input((len(settings["features"]),))
    inputs, a = [x], x
    for units, activation in hidden_layers(settings):
        if settings["batchNorm"]:
            a = layers.Activation(activation)(layers.BatchNormalization()(dense(units)(a)))
        else:
            a = dense(units, activation)(a)
        if settings["dropout"] and given_masks:
            inputs.append(keras.Input((units,)))
            a = layers.Multiply()([a, inputs[-1]])
        elif settings["dropout"]:
            a = layers.Dropout(settings["dropout"])(a)
    softmax = settings["output"] == "softmax"
    model = keras.Model(inputs, dense(classes, settings["output"])(a))
    model.compile(optimizer(settings), "categorical_crossentropy" if softmax else
                  "binary_crossentropy", metrics=["accuracy"])
    return model
