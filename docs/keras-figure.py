"""Draws keras.png, the README's picture of how Keras follows the page. It needs a Python with real
Keras 3 (pip install keras tensorflow-cpu matplotlib scikit-learn):

    node scripts/train.mjs --script build/article.py
    python docs/keras-figure.py build/article.py docs/keras.png

It runs the exported script, and takes both histories from it.
"""

import runpy
import sys

import matplotlib

matplotlib.use("Agg")
import keras
import matplotlib.pyplot as plt
import numpy as np

script, picture = sys.argv[1:]
plt.show = lambda: plt.close("all")  # the script's own figures
run = runpy.run_path(script, run_name="__main__")
page, ours = np.array(run["page"]["loss"]), np.array(run["keras"]["loss"])
epochs = np.arange(1, len(page) + 1)

plt.rcParams.update({"font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
figure, (above, below) = plt.subplots(
    2, 1, figsize=(9, 5), sharex=True, height_ratios=(3, 2), layout="constrained"
)
above.semilogy(epochs, page, color="#006837", label="Spiral Lab")
above.semilogy(epochs, ours, "--", color="#a50026", label=f"Keras {keras.__version__}")
above.set_ylabel("loss")
above.legend(frameon=False)
below.semilogy(epochs, np.abs(page - ours), color="#404040")
below.axhline(1e-3, color="#808080", linewidth=0.8, linestyle=":")
below.set_ylabel("difference")
below.set_xlabel("epoch")
below.set_xlim(0, len(page) + 1)
figure.savefig(picture, dpi=100)
