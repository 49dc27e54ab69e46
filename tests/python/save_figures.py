"""Runs a script as Python would, and keeps the figures that it would show.

    python3 save_figures.py SCRIPT.py FOLDER

Into FOLDER go 1.png, 2.png ... and figures.json: for each figure, the shares that its most frequent
colours have of the picture, the largest first.
"""

import json
import runpy
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

MOST = 30  # colours


def keep_figures():
    figures = []
    for number in plt.get_fignums():
        file = folder / f"{number}.png"
        plt.figure(number).savefig(file)
        pixels = plt.imread(file).reshape(-1, 4)
        _, counts = np.unique(pixels, axis=0, return_counts=True)
        figures.append((np.sort(counts)[: -MOST - 1 : -1] / len(pixels)).tolist())
    (folder / "figures.json").write_text(json.dumps(figures))


script, folder = sys.argv[1], Path(sys.argv[2])
plt.show = keep_figures
runpy.run_path(script, run_name="__main__")
