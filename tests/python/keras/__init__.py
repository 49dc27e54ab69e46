"""A stand-in for Keras 3: just the calls that exported scripts make, in NumPy and in 32 bits.

It is here so that an exported script can be run where there is no TensorFlow. It takes only the
arguments that Keras takes, follows the formulas of Keras 3.15's source, and draws its first weights
and dropout's masks in its own way, as Keras does.
"""

import sys
from types import SimpleNamespace

import numpy as np

_random = np.random.RandomState()


def _floats(values):
    return np.array(values, np.float32)


# ---------------------------------------------------------------- layers

def _activate(name, z):
    if name == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return {
        "linear": lambda: z,
        "relu": lambda: np.maximum(z, 0),
        "leaky_relu": lambda: np.where(z > 0, z, 0.2 * z),
        "elu": lambda: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        "tanh": lambda: np.tanh(z),
        "sigmoid": lambda: 1 / (1 + np.exp(-z)),
    }[name]()


def _slope(name, a):
    return {
        "linear": lambda: np.ones_like(a),
        "relu": lambda: (a > 0).astype(a.dtype),
        "leaky_relu": lambda: np.where(a > 0, 1, 0.2),
        "elu": lambda: np.where(a > 0, 1, a + 1),
        "tanh": lambda: 1 - a * a,
        "sigmoid": lambda: a * (1 - a),
    }[name]()


class Input:
    def __init__(self, shape):
        self.units = shape[0]


def _truncated_normal(size):
    """Draws beyond two deviations are drawn again."""
    draws = _random.randn(*size)
    while (beyond := np.abs(draws) > 2).any():
        draws[beyond] = _random.randn(beyond.sum())
    return draws


class Dense:
    def __init__(self, units, activation="linear", kernel_initializer="glorot_uniform",
                 kernel_regularizer=None):
        self.units, self.activation = units, activation
        self.initializer, self.regularizer = kernel_initializer, kernel_regularizer

    def build(self, inputs):
        kind, _, shape = self.initializer.partition("_")
        fan = {"glorot": (inputs + self.units) / 2, "he": inputs, "zeros": 1}[kind]
        size, spread = (inputs, self.units), np.sqrt(1 / fan)
        if kind == "zeros":
            kernel = np.zeros(size)
        elif shape == "uniform":
            kernel = _random.uniform(-1, 1, size) * spread * np.sqrt(3)
        else:
            kernel = _truncated_normal(size) * spread / 0.87962566103423978
        if kind == "he":
            kernel *= np.sqrt(2)
        self.trainable = [_floats(kernel), _floats(np.zeros(self.units))]
        self.weights = self.trainable

    def forward(self, x, training):
        kernel, bias = self.trainable
        self.x, self.a = x, _activate(self.activation, x @ kernel + bias)
        return self.a

    def get_weights(self):
        return self.weights

    def set_weights(self, values):
        values = [_floats(value) for value in values]
        assert [v.shape for v in values] == [w.shape for w in self.weights]
        self.weights = self.trainable = values

    def penalty(self):
        return self.regularizer.penalty(self.trainable[0]) if self.regularizer else 0.0

    def backward(self, d, through_output=False):
        """through_output: d is the derivative by the sums already."""
        if not through_output:
            d = d * _slope(self.activation, self.a)
        kernel = self.trainable[0]
        self.gradients = [self.x.T @ d, d.sum(axis=0)]
        if self.regularizer:
            self.gradients[0] += self.regularizer.gradient(kernel)
        return d @ kernel.T


class BatchNormalization:
    def build(self, inputs):
        self.units = inputs
        self.trainable = [_floats(np.ones(inputs)), _floats(np.zeros(inputs))]
        self.moving = [_floats(np.zeros(inputs)), _floats(np.ones(inputs))]

    @property
    def weights(self):
        return self.trainable + self.moving

    def set_weights(self, values):
        self.trainable, self.moving = list(values[:2]), list(values[2:])

    def forward(self, x, training):
        if training:
            now = [x.mean(axis=0), x.var(axis=0)]
            self.moving = [_floats(0.99 * old + 0.01 * new) for old, new in zip(self.moving, now)]
        mean, variance = now if training else self.moving
        self.inverse = 1 / np.sqrt(variance + 1e-3)
        self.normal = (x - mean) * self.inverse
        return self.trainable[0] * self.normal + self.trainable[1]

    def backward(self, d):
        self.gradients = [(d * self.normal).sum(axis=0), d.sum(axis=0)]
        g = d * self.trainable[0]
        along = (g * self.normal).mean(axis=0)
        return self.inverse * (g - g.mean(axis=0) - self.normal * along)


class Activation:
    weights = trainable = gradients = []

    def __init__(self, activation):
        self.activation = activation

    def build(self, inputs):
        self.units = inputs

    def forward(self, x, training):
        self.a = _activate(self.activation, x)
        return self.a

    def backward(self, d):
        return d * _slope(self.activation, self.a)


class Dropout:
    weights = trainable = gradients = []

    def __init__(self, rate):
        self.rate = rate

    def build(self, inputs):
        self.units = inputs

    def forward(self, x, training):
        kept = _random.random_sample(x.shape) >= self.rate
        self.mask = _floats(kept / (1 - self.rate)) if training else 1
        return x * self.mask

    def backward(self, d):
        return d * self.mask


# ---------------------------------------------------------------- optimizers

class _Optimizer:
    def __init__(self, learning_rate, global_clipnorm=None):
        if not (isinstance(learning_rate, float) or callable(learning_rate)):
            raise ValueError(f"Argument `learning_rate` should be float. Received instead: {learning_rate}")
        self.rate, self.clip, self.steps, self.slots, self.scale = learning_rate, global_clipnorm, 0, {}, 1

    def apply(self, gradients, params):
        if self.clip:
            norm = np.sqrt(sum((g * g).sum() for g in gradients))
            gradients = [g * (self.clip / max(norm, self.clip)) for g in gradients]
        rate = (self.rate(self.steps) if callable(self.rate) else self.rate) * self.scale
        self.steps += 1
        for i, (p, g) in enumerate(zip(params, gradients)):
            m, v = self.slots.setdefault(i, [np.zeros_like(p), np.zeros_like(p)])
            self.update(p, g, m, v, rate)


class SGD(_Optimizer):
    def __init__(self, momentum=0.0, nesterov=False, **common):
        super().__init__(**common)
        if not isinstance(momentum, float):
            raise ValueError("`momentum` must be a float between [0, 1].")
        self.momentum, self.nesterov = momentum, nesterov

    def update(self, p, g, m, v, rate):
        m[...] = self.momentum * m - rate * g
        p += self.momentum * m - rate * g if self.nesterov else m


class RMSprop(_Optimizer):
    def __init__(self, rho=0.9, epsilon=1e-7, **common):
        super().__init__(**common)
        self.rho, self.epsilon = rho, epsilon

    def update(self, p, g, m, v, rate):
        v += (1 - self.rho) * (g * g - v)
        p -= rate * g / np.sqrt(v + self.epsilon)


class Adam(_Optimizer):
    def __init__(self, beta_1=0.9, beta_2=0.999, epsilon=1e-7, weight_decay=0.0, **common):
        super().__init__(**common)
        self.b1, self.b2, self.epsilon, self.decay = beta_1, beta_2, epsilon, weight_decay

    def update(self, p, g, m, v, rate):
        p -= rate * self.decay * p
        m += (1 - self.b1) * (g - m)
        v += (1 - self.b2) * (g * g - v)
        alpha = rate * np.sqrt(1 - self.b2**self.steps) / (1 - self.b1**self.steps)
        p -= alpha * m / (np.sqrt(v) + self.epsilon)


def _exponential(initial_learning_rate, decay_steps, decay_rate, staircase=False):
    def rate(step):
        through = step // decay_steps if staircase else step / decay_steps
        return initial_learning_rate * decay_rate**through
    return rate


def _cosine(initial_learning_rate, decay_steps):
    return lambda step: 0.5 * initial_learning_rate * (1 + np.cos(np.pi * min(1, step / decay_steps)))


# ---------------------------------------------------------------- the rest

class L1L2:
    def __init__(self, l1=0.0, l2=0.0):
        self.l1, self.l2 = l1, l2

    def penalty(self, w):
        return self.l1 * np.abs(w).sum() + self.l2 * (w * w).sum()

    def gradient(self, w):
        return self.l1 * np.sign(w) + 2 * self.l2 * w


class _Watch:
    def __init__(self, monitor, patience, min_delta):
        self.monitor, self.patience, self.min_delta = monitor, patience, min_delta
        self.best, self.wait = None, 0

    def improves(self, logs):
        """Whether the value has fallen by more than min_delta; the first value always counts."""
        self.wait += 1
        value = logs[self.monitor]
        if self.best is not None and not value + self.min_delta < self.best:
            return False
        self.best, self.wait = value, 0
        return True

    def train_end(self, model):
        pass


class ReduceLROnPlateau(_Watch):
    def __init__(self, monitor, factor, patience, min_delta):
        super().__init__(monitor, patience, min_delta)
        if factor >= 1:
            raise ValueError(f"ReduceLROnPlateau does not support a factor >= 1.0. Got {factor}")
        self.factor = factor

    def epoch_end(self, model, epoch, logs):
        if not self.improves(logs) and self.wait >= self.patience:
            model.optimizer.scale *= self.factor
            self.wait = 0


class EarlyStopping(_Watch):
    def __init__(self, monitor, patience, min_delta, restore_best_weights):
        super().__init__(monitor, patience, min_delta)
        self.restore, self.weights = restore_best_weights, None

    def epoch_end(self, model, epoch, logs):
        if self.improves(logs):
            self.weights = [w.copy() for w in model.get_weights()]
        elif self.wait >= self.patience and epoch > 0:
            model.stop_training = True

    def train_end(self, model):
        """Keras 3 restores at the end of every fit, early or not."""
        if self.restore and self.weights:
            model.set_weights(self.weights)


class Sequential:
    def __init__(self, layers):
        source, *self.layers = layers
        units = source.units
        for layer in self.layers:
            layer.build(units)
            units = layer.units

    def compile(self, optimizer, loss, metrics):
        assert loss in ("categorical_crossentropy", "binary_crossentropy") and metrics == ["accuracy"]
        self.optimizer, self.loss = optimizer, loss

    def summary(self):
        print(f'Model: "sequential", {sum(w.size for w in self.get_weights())} parameters')

    def get_weights(self):
        return [w for layer in self.layers for w in layer.weights]

    def set_weights(self, values):
        values = [_floats(value) for value in values]
        assert [v.shape for v in values] == [w.shape for w in self.get_weights()]
        for layer in self.layers:
            count = len(layer.weights)
            if count:
                layer.set_weights(values[:count])
            values = values[count:]

    def _forward(self, x, training=False):
        for layer in self.layers:
            x = layer.forward(x, training)
        return x

    def predict(self, x, verbose="auto"):
        return self._forward(_floats(x))

    def _measure(self, p, y):
        p = np.clip(p, 1e-7, 1 - 1e-7)
        if self.loss == "categorical_crossentropy":
            loss = -np.log(p[y > 0]).mean()
        else:
            loss = -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()
        penalty = sum(layer.penalty() for layer in self.layers if isinstance(layer, Dense))
        return loss + penalty, (p.argmax(axis=1) == y.argmax(axis=1)).mean()

    def _step(self, x, y):
        p = self._forward(_floats(x), training=True)
        measured = self._measure(p, y)  # before the weights change
        d = (p - y) / _floats(len(x) if self.loss == "categorical_crossentropy" else p.size)
        d = self.layers[-1].backward(d, through_output=True)
        for layer in reversed(self.layers[:-1]):
            d = layer.backward(d)
        gradients = [g for layer in self.layers for g in layer.gradients]
        self.optimizer.apply(gradients, [w for layer in self.layers for w in layer.trainable])
        return measured

    def _epoch(self, batches, steps):
        """Means over the samples, as they were seen."""
        samples, sums = 0, np.zeros(2)
        for _ in range(steps):
            x, y = next(batches)
            sums += np.array(self._step(x, y)) * len(x)
            samples += len(x)
        return dict(zip(("loss", "accuracy"), sums / samples))

    def fit(self, batches, steps_per_epoch, epochs, validation_data=None, callbacks=(),
            shuffle=True, verbose="auto"):
        """Fits from a generator, which Keras cannot shuffle; it warns when asked to."""
        assert not shuffle
        self.stop_training, history = False, {}
        for epoch in range(epochs):
            logs = self._epoch(batches, steps_per_epoch)
            if validation_data:
                x, y = validation_data
                logs |= dict(zip(("val_loss", "val_accuracy"), self._measure(self.predict(x), y)))
            for callback in callbacks:
                callback.epoch_end(self, epoch, logs)
            for name, value in logs.items():
                history.setdefault(name, []).append(float(value))
            if verbose:
                print(f"Epoch {epoch + 1}: " + " - ".join(f"{k}: {v:.4f}" for k, v in logs.items()))
            if self.stop_training:
                break
        for callback in callbacks:
            callback.train_end(self)
        return SimpleNamespace(history=history)


def _set_random_seed(seed):
    assert 0 <= seed < 2**32
    _random.seed(seed)


def _to_categorical(y, num_classes=None):
    return np.eye(num_classes or int(y.max()) + 1, dtype=np.float32)[np.asarray(y, int)]


callbacks = SimpleNamespace(ReduceLROnPlateau=ReduceLROnPlateau, EarlyStopping=EarlyStopping)
layers = SimpleNamespace(Dense=Dense, BatchNormalization=BatchNormalization,
                         Activation=Activation, Dropout=Dropout)
optimizers = SimpleNamespace(
    SGD=SGD, RMSprop=RMSprop, Adam=Adam, AdamW=Adam,
    schedules=SimpleNamespace(ExponentialDecay=_exponential, CosineDecay=_cosine))
regularizers = SimpleNamespace(L1L2=L1L2)
utils = SimpleNamespace(set_random_seed=_set_random_seed, to_categorical=_to_categorical)
sys.dont_write_bytecode = True
