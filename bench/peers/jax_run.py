"""The article run in JAX: a whole epoch is one compiled program, a scan over its batches. Data on
stdin."""

import json
import sys
import time
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

run = json.load(sys.stdin)
x = jnp.array(np.array(run["x"], np.float32).reshape(-1, 2))
y = jnp.array(run["y"])
settings = run["settings"]
batch = settings["batchSize"]
full = len(x) // batch * batch  # the last batch of an epoch is shorter
rate, beta_1, beta_2, epsilon = settings["learningRate"], 0.9, 0.999, 1e-7


def initial(seed):
    sizes = [2, *settings["layers"], run["classes"]]
    random = np.random.RandomState(seed)
    layers = []
    for inputs, units in zip(sizes, sizes[1:]):
        limit = np.sqrt(6 / (inputs + units))
        kernel = random.uniform(-limit, limit, (inputs, units)).astype(np.float32)
        layers.append((jnp.array(kernel), jnp.zeros(units)))
    return layers


def logits_of(params, x):
    for kernel, bias in params[:-1]:
        x = jax.nn.relu(x @ kernel + bias)
    kernel, bias = params[-1]
    return x @ kernel + bias


def loss_of(params, x, y):
    log = jax.nn.log_softmax(logits_of(params, x))
    return -jnp.take_along_axis(log, y[:, None], 1).mean()


def update(state, rows):
    params, m, v, t = state
    grads = jax.grad(loss_of)(params, x[rows], y[rows])
    t = t + 1
    m = jax.tree.map(lambda m, g: m + (1 - beta_1) * (g - m), m, grads)
    v = jax.tree.map(lambda v, g: v + (1 - beta_2) * (g * g - v), v, grads)
    alpha = rate * jnp.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    params = jax.tree.map(lambda p, m, v: p - alpha * m / (jnp.sqrt(v) + epsilon), params, m, v)
    return (params, m, v, t), None


@partial(jax.jit, donate_argnums=0)
def epoch(state, order):
    state, _ = jax.lax.scan(update, state, order[:full].reshape(-1, batch))
    return update(state, order[full:])[0] if full < len(x) else state


def fit(epochs):
    params = initial(0)
    zeros = jax.tree.map(jnp.zeros_like, params)
    state = (params, zeros, jax.tree.map(jnp.zeros_like, params), jnp.float32(0))
    random = np.random.RandomState(0)
    start = time.perf_counter()
    for _ in range(epochs):
        state = epoch(state, jnp.array(random.permutation(len(x))))
    jax.block_until_ready(state)
    ms = (time.perf_counter() - start) * 1e3
    accuracy = float((logits_of(state[0], x).argmax(1) == y).mean())
    return {"ms": ms, "accuracy": accuracy}


compiling = fit(1)["ms"]
print(json.dumps(fit(settings["epochs"]) | {"compile_ms": compiling - fit(1)["ms"]}))
