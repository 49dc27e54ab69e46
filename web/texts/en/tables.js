/** What is said of data from a file. */

import { drawing } from "./drawing.js";

export const tables = /** @type {const} */ ({
    ...drawing,

    // A column, within a sentence.
    "table.named": "“{name}”",
    "table.numbered": "column {number}",

    // The dialog.
    "table.intro":
        "A table in which each row is a point: two columns of numbers, and one with the name of its class. Spreadsheets save it as CSV.",
    "table.choose": "Choose a file…",
    "table.paste": "Or paste a table here",
    "table.unreadable": "The file cannot be read.",
    "table.about": "Rows: {rows} · columns: {columns} · separated by {separator}",
    "table.separator.comma": "commas",
    "table.separator.semicolon": "semicolons",
    "table.separator.tab": "tabs",
    "table.x": "x",
    "table.y": "y",
    "table.label": "Label",
    "table.column": "Column {number}",
    "table.header": "The first row is a header",
    "table.standardize": "Standardize x and y",
    "table.scatter": "Scatter plot of the points",
    "table.rows": "The first rows",
    "table.points": "Points: {samples} · classes: {classes}",
    "table.scale": "{column} mean {mean}, standard deviation {deviation}",
    "table.scale.and": "; ",
    "table.scaled": "Standardized to mean 0 and standard deviation 1: {scales}.",
    "table.unscaled": "Taken as they are: {scales}.",
    "table.constant": "{column} has the same value in every row, so it tells no class apart.",
    "table.use": "Use these points",
    "table.test": "Test with these points",
    "table.test.help":
        "How well the network does now on points that it was not trained with, on the scale of those that it was",
    "table.tested":
        "Test set: {samples} points, loss {loss}, accuracy {accuracy}, after {epoch} epochs.",
    "table.cancel": "Cancel",

    // Rows that lack a value; the columns are several of the second, in a row.
    "table.missing": "Rows left out, since they lack a value: {count} ({columns}).",
    "table.missing.in": "{column}: {rows}",
    "table.missing.and": ", ",

    // What was wrong with a file, and what is allowed.
    "table.bad.size": "The file has {size} MB; at most {most} MB can be read.",
    "table.bad.zip":
        "This is an Excel workbook or another ZIP archive, whatever its name says; save the sheet as CSV.",
    "table.bad.xls":
        "This is an old Excel workbook, whatever its name says; save the sheet as CSV.",
    "table.bad.gzip": "This is a compressed file; unpack it first.",
    "table.bad.pdf": "This is a PDF; a table must be a text file, such as CSV.",
    "table.bad.binary": "Row {row} has a byte 0, so this is no text file; save the table as CSV.",
    "table.bad.utf16":
        "This UTF-16 text is damaged, or cut off within a character; save it again as CSV in UTF-8.",
    "table.bad.encoding":
        "Row {row} is not in UTF-8 but probably in {encoding}; save the file as “CSV UTF-8”.",
    "table.bad.empty": "There are no rows in it.",
    "table.bad.header": "There is only a header, with no rows below it.",
    "table.bad.column":
        "Row 1 has only one column; commas, semicolons or tabs must separate three or more.",
    "table.bad.two": "Row 1 has only two columns; three are needed: two of numbers, and the label.",
    "table.bad.columns": "Row 1 has {count} columns; there can be at most {most}.",
    "table.bad.rows": "There are more than {most} rows, which is the most that can be read.",
    "table.bad.long": "Row {row} has {count} cells, but the first row only {columns}.",
    "table.bad.quote": "The quotation mark that opens in row {row} is never closed.",
    "table.bad.unknown":
        "There is no column “{given}”; give a name from the header, or a number from 1 to {count}.",
    "table.bad.twice": "{column} is chosen twice; x, y and the label must be different columns.",
    "table.bad.missing":
        "No row is complete; {column} lacks a value most often, so choose another column.",
    "table.bad.number": "“{given}” in row {row} of {column} is not a number.",
    "table.bad.grouped":
        "“{given}” in row {row} of {column} has a separator of thousands; write numbers without.",
    "table.bad.marks":
        "“{given}” in row {row} of {column} has a decimal point, but other numbers there have a comma.",
    "table.bad.infinite": "“{given}” in row {row} of {column} is not a finite number.",
    "table.bad.large":
        "“{given}” in row {row} of {column} is too large; numbers can have 38 digits at most.",
    "table.bad.label":
        "The label “{given}” in row {row} of {column} has a control character or a line break in it.",
    "table.bad.class":
        "All labels in {column} are “{given}”; there must be at least two different ones.",
    "table.bad.classes":
        "{column} has more than {most} different labels, the next one in row {row}; there can be 2 to {most}.",
    "table.bad.stranger":
        "The label “{given}” in row {row} of {column} is not among those of the training data.",
});
