/** What is said of lessons, and what is wrong with one that is refused. */

export const lessons = /** @type {const} */ ({
    // The list of lessons.
    lessons: "Lessons",
    "lessons.open": "Short lessons: predict, run, see why",
    "lessons.title": "Lessons",
    "lessons.intro":
        "Each shows one thing in a few minutes: you predict, the network trains, and the lab says what happened.",
    "lessons.minutes": "{count} min",
    "lessons.file": "Open a lesson file…",
    "lessons.file.help":
        "Teachers can write lessons of their own; a file can also be dropped here.",
    "lessons.chapter.network": "The network",
    "lessons.chapter.training": "Training",
    "lessons.chapter.classes": "Classes and probabilities",
    "lessons.chapter.judging": "Judging the result",
    "lessons.chapter.trouble": "When training gets stuck",
    "lessons.chapter.overfitting": "Overfitting",
    "lessons.chapter.data": "Your own data",
    "lessons.chapter.exercise": "The whole exercise",
    "lessons.chapter.others": "More lessons",

    // A lesson.
    "lesson.leave": "Leave the lesson",
    "lesson.worksheet": "Print worksheet",
    "lesson.where": "Step {step} of {steps}",
    "lesson.code": "In Keras",
    "lesson.source": "From the tutorial: “{text}”",
    "lesson.terms": "Terms:",
    "lesson.guess": "That's my guess: run",
    "lesson.show": "Just show me",
    "lesson.run": "Run",
    "lesson.try": "Train and see",
    "lesson.running": "Training…",
    "lesson.first": "First choose what you expect.",
    "lesson.predicted": "As you predicted.",
    "lesson.guessed": "You predicted: “{text}”.",
    "lesson.numbers": "Accuracy {accuracy}, loss {loss}.",
    "lesson.diverged": "Training diverged: the numbers grew without limit.",
    "lesson.again": "Start this step again",
    "lesson.next": "Next",
    "lesson.back": "Back",
    "lesson.finish": "Back to the lab",
    "lesson.task": "Your task",
    "lesson.hint": "Hint",
    "lesson.changed":
        "Besides what this task allows, this was changed: {names}. Start the step again.",
    "lesson.and": ", ",
    "lesson.opened": "Lesson “{title}”. {where}.",

    // A worksheet to print.
    "worksheet.step": "Step {step}",
    "worksheet.because": "Because",
    "worksheet.happened": "What happened, and why",
    "worksheet.task": "Your task: {text}",
    "worksheet.try": "Try",
    "worksheet.result": "What came of it",
    "worksheet.own": "What I found out, in my own words, for somebody who was not there:",

    // A lesson that is refused. They follow the place in it, as "steps[2].ask: ".
    "lesson.refused": "This lesson cannot be used. {fault}",
    "lesson.fault": "{place}: {fault}",
    "lesson.bad.library":
        "The lab's own lessons could not be loaded: spiral-lab-lessons.js must stand beside spiral-lab.js.",
});
