/** What stands around the map: the header, and what trains. */

import { language } from "./language.js";

export const controls = /** @type {const} */ ({
    // The header.
    title: language.title,
    subtitle: "Watch a neural network learn to separate the spirals",
    language: "Language",
    theme: "Theme",
    "theme.auto": "Auto",
    "theme.light": "Light",
    "theme.dark": "Dark",
    textSize: "Large text",
    "textSize.help": "Larger text that can be read from the back row of a classroom",
    over: "Start over",
    "over.help":
        "Go back to the original settings and view; language, theme, text size and colours stay",
    share: "Share",
    "share.open": "Link, embedding, model, Keras code, pictures",
    help: "Help",
    "help.open": "What is on the screen, and the keys (?)",

    // Training.
    transport: "Training controls",
    play: "Train",
    goOn: "Continue",
    pause: "Pause",
    batch: "1 batch",
    epoch: "1 epoch",
    finish: "Finish",
    reset: "Reset",
    fresh: "New weights",
    speed: "Speed",
    "play.help": "Train until the chosen number of epochs is reached (P)",
    "pause.help": "Stop here; training can continue later (P)",
    "batch.help": "Train on one mini-batch: the weights are updated once (B)",
    "epoch.help": "Train to the end of this epoch (E)",
    "finish.help": "Train through all the chosen epochs at full speed (F)",
    "reset.help": "Go back to the same initial weights (R)",
    "fresh.help": "Reinitialize: draw other initial weights; the seed goes up by one (N)",
    "speed.help": "How many batches per second; a slower speed shows more (- and +)",
    "speed.rate": "{rate} batches/s",
    "speed.full": "Full speed",

    // Copying.
    copy: "Copy",
    copied: "Copied",
    "copy.failed": "The browser does not allow copying.",
});
