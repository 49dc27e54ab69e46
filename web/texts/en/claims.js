/** What is said of a run that a link claims, and of handing one in. */

export const claims = /** @type {const} */ ({
    // Handing in, in a lesson.
    "handIn.copy": "Copy link to hand in",
    "handIn.copied":
        "Copied. Paste it where your teacher asks for it; whoever opens it sees this run again, and that it holds.",
    "handIn.line":
        "Copied. Paste it where your teacher asks for it; the page on which teachers check links reads it.",
    "handIn.select": "The browser does not allow copying; select this link and copy it:",
    "handIn.link": "Link to hand in",
    "handIn.points":
        "This run cannot be handed in as a link, since its points are not those that the settings make.",
    "handIn.none":
        "This run cannot be handed in, since no link leads to it: something was changed while it trained, or it began from a file. “{again}” trains it in one go.",

    // A link that claims something has been trained.
    "claim.task": "Handed in for step {step} of the lesson “{title}”.",
    "claim.holds":
        "The result in this link holds: the same {steps} batches gave the same weights, to the bit. Training accuracy: {accuracy}.",
    "claim.fails":
        "The result in this link does not hold: its {steps} batches give other weights than it claims. Training accuracy: {accuracy}.",
    "claim.none": "This link does not say what its run gives: it has no checksum.",
    "claim.done": "The task is done, by epoch {epoch}.",

    // What does not hold.
    "claim.weights": "Its {steps} batches give other weights than it claims.",
    "claim.diverged": "Its training diverges.",
    "claim.accuracy": "It claims an accuracy of {claimed}, but the run has {found}.",
    "claim.unmet": "But this run does not do the task.",
    "claim.changed": "But besides what the task allows, this was changed: {names}.",
    "claim.length": "But the task is to train {wanted} epochs, and this run has {epochs}.",
    "claim.noTask": "But that lesson has no task in step {step}.",
    "claim.noLesson": "That lesson is not at hand here, so only the run was checked.",
});
