"""The article run in PyTorch on one thread: "eager", or "compiled" by torch.compile. Data on stdin."""

import json
import sys
import time

import torch
from torch.nn import functional

run = json.load(sys.stdin)
x = torch.tensor(run["x"], dtype=torch.float32).reshape(-1, 2)
y = torch.tensor(run["y"])
settings = run["settings"]
compiled = sys.argv[1] == "compiled"
torch.set_num_threads(1)  # with two it is slower at this size


def made():
    """A model with its loss and its optimizer's step, each compiled if that is asked for."""
    torch.manual_seed(0)
    sizes = [2, *settings["layers"]]
    layers = []
    for inputs, units in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, units), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(sizes[-1], run["classes"]))
    optimizer = torch.optim.Adam(
        model.parameters(), settings["learningRate"], eps=1e-7, fused=not compiled
    )
    parts = [lambda x, y: functional.cross_entropy(model(x), y), lambda: optimizer.step()]
    if compiled:
        parts = [torch.compile(part, dynamic=False) for part in parts]
    return model, optimizer, *parts


def fit(model, optimizer, loss, step, epochs):
    start = time.perf_counter()
    for _ in range(epochs):
        for batch in torch.randperm(len(x)).split(settings["batchSize"]):
            optimizer.zero_grad()
            loss(x[batch], y[batch]).backward()
            step()
    return (time.perf_counter() - start) * 1e3


trained = made()
first, second = fit(*trained, 1), fit(*trained, 1)
ms = fit(*trained, settings["epochs"])
with torch.no_grad():
    accuracy = (trained[0](x).argmax(1) == y).float().mean().item()
print(json.dumps({"ms": ms, "accuracy": accuracy, "compile_ms": first - second}))
