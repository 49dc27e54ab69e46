"""The article run in PyTorch, eager, on one CPU. Data on stdin."""

import json
import sys
import time

import torch

run = json.load(sys.stdin)
x = torch.tensor(run["x"], dtype=torch.float32).reshape(-1, 2)
y = torch.tensor(run["y"])
settings = run["settings"]
torch.set_num_threads(1)  # with two it is slower at this size


def fit(epochs):
    torch.manual_seed(0)
    sizes = [2, *settings["layers"]]
    layers = []
    for inputs, units in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, units), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(sizes[-1], run["classes"]))
    optimizer = torch.optim.Adam(model.parameters(), settings["learningRate"], eps=1e-7)
    start = time.perf_counter()
    for _ in range(epochs):
        for batch in torch.randperm(len(x)).split(settings["batchSize"]):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
    ms = (time.perf_counter() - start) * 1e3
    with torch.no_grad():
        accuracy = (model(x).argmax(1) == y).float().mean().item()
    return {"ms": ms, "accuracy": accuracy}


fit(2)
print(json.dumps(fit(settings["epochs"])))
