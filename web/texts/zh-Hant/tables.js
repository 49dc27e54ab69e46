/** What is said of data from a file. */

/** @type {Record<keyof typeof import("../en/tables.js").tables, string>} */
import { drawing } from "./drawing.js";

export const tables = {
    ...drawing,

    // A column, within a sentence.
    "table.named": "「{name}」欄",
    "table.numbered": "第 {number} 欄",

    // The dialog.
    "table.intro": "表格的每一列是一個點：兩欄數字，一欄類別名稱。用試算表存成 CSV 即可。",
    "table.choose": "選擇檔案…",
    "table.paste": "或把表格貼在這裡",
    "table.unreadable": "檔案讀不了。",
    "table.about": "{rows} 列 · {columns} 欄 · 以{separator}分隔",
    "table.separator.comma": "逗號",
    "table.separator.semicolon": "分號",
    "table.separator.tab": " Tab ",
    "table.x": "x",
    "table.y": "y",
    "table.label": "標籤",
    "table.column": "第 {number} 欄",
    "table.header": "第一列是標題",
    "table.standardize": "x 和 y 標準化",
    "table.scatter": "這些點的散布圖",
    "table.rows": "前幾列",
    "table.points": "{samples} 個點 · {classes} 類",
    "table.scale": "{column}平均 {mean}、標準差 {deviation}",
    "table.scale.and": "；",
    "table.scaled": "標準化成平均 0、標準差 1：{scales}。",
    "table.unscaled": "照原值使用：{scales}。",
    "table.constant": "{column}每一列的值都一樣，分不出類別。",
    "table.use": "使用這些點",
    "table.test": "用這些點測試",
    "table.test.help": "看網路現在對沒訓練過的點分得多好；這些點的尺度和訓練資料一致",
    "table.tested": "測試集：{samples} 個點，訓練 {epoch} 個週期後損失 {loss}、準確率 {accuracy}。",
    "table.cancel": "取消",

    // Rows that lack a value; the columns are several of the second, in a row.
    "table.missing": "缺了值而略過的列數：{count}（{columns}）。",
    "table.missing.in": "{column} {rows}",
    "table.missing.and": "、",

    // What was wrong with a file, and what is allowed.
    "table.bad.size": "檔案有 {size} MB，最多只能讀 {most} MB。",
    "table.bad.zip": "不管副檔名是什麼，這是 Excel 活頁簿或其他 ZIP 壓縮檔；請把工作表另存成 CSV。",
    "table.bad.xls": "不管副檔名是什麼，這是舊版的 Excel 活頁簿；請把工作表另存成 CSV。",
    "table.bad.gzip": "這是壓縮檔，請先解壓縮。",
    "table.bad.pdf": "這是 PDF；表格要是文字檔，例如 CSV。",
    "table.bad.binary": "第 {row} 列有值為 0 的位元組，所以不是文字檔；請把表格存成 CSV。",
    "table.bad.utf16": "這份 UTF-16 文字已損壞，或在字元中間被切斷；請重新存成 UTF-8 的 CSV。",
    "table.bad.encoding":
        "第 {row} 列不是 UTF-8，可能是 {encoding}；請另存成「CSV UTF-8（逗號分隔）」。",
    "table.bad.empty": "裡面一列也沒有。",
    "table.bad.header": "只有標題列，下面沒有資料。",
    "table.bad.column": "第 1 列只有一欄；要有三欄以上，用逗號、分號或 Tab 隔開。",
    "table.bad.two": "第 1 列只有兩欄；要有三欄：兩欄數字，一欄標籤。",
    "table.bad.columns": "第 1 列有 {count} 欄，最多只能有 {most} 欄。",
    "table.bad.rows": "資料超過 {most} 列，這是能讀的上限。",
    "table.bad.long": "第 {row} 列有 {count} 格，但第一列只有 {columns} 格。",
    "table.bad.quote": "第 {row} 列開頭的引號一直沒有結束。",
    "table.bad.unknown": "沒有「{given}」這一欄；請用標題列裡的名稱，或 1 到 {count} 的欄號。",
    "table.bad.twice": "{column}選了兩次；x、y 和標籤要是不同的欄。",
    "table.bad.missing": "沒有一列是完整的；{column}缺的值最多，請改選別的欄。",
    "table.bad.number": "{column}第 {row} 列的「{given}」不是數字。",
    "table.bad.grouped": "{column}第 {row} 列的「{given}」有千分位符號；數字裡請不要加。",
    "table.bad.marks": "{column}第 {row} 列的「{given}」用小數點，同一欄其他數字卻用逗號。",
    "table.bad.infinite": "{column}第 {row} 列的「{given}」不是有限的數。",
    "table.bad.large": "{column}第 {row} 列的「{given}」太大；數字最多 38 位。",
    "table.bad.label": "{column}第 {row} 列的標籤「{given}」裡有控制字元或換行。",
    "table.bad.class": "{column}的標籤全是「{given}」；至少要有兩種。",
    "table.bad.classes":
        "{column}的標籤超過 {most} 種，多出來的第一種在第 {row} 列；可以有 2 到 {most} 種。",
    "table.bad.stranger": "{column}第 {row} 列的標籤「{given}」不在訓練資料的標籤裡。",
};
