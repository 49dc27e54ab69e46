/** What stands around the map: the header, and what trains. */

import { language } from "./language.js";

/** @type {Record<keyof typeof import("../en/controls.js").controls, string>} */
export const controls = {
    // The header.
    title: language.title,
    subtitle: "看神經網路怎麼學會分開三條螺旋",
    language: "語言",
    theme: "外觀",
    "theme.auto": "自動",
    "theme.light": "淺色",
    "theme.dark": "深色",
    textSize: "大字",
    "textSize.help": "放大文字，投影時後排也看得清楚",
    over: "全部重來",
    "over.help": "設定與畫面回到一開始的樣子；語言、外觀、字級與配色不變",
    share: "分享",
    "share.open": "連結、嵌入、模型、Keras 程式與圖檔",
    help: "說明",
    "help.open": "畫面各部分與快速鍵的說明（?）",

    // Training.
    transport: "訓練控制",
    play: "開始訓練",
    goOn: "繼續訓練",
    pause: "暫停",
    batch: "一個批次",
    epoch: "一個週期",
    finish: "直接訓練完",
    reset: "重設",
    fresh: "換初始權重",
    speed: "速度",
    "play.help": "一直訓練到設定的週期數為止（P）",
    "pause.help": "停在這裡，之後可以繼續（P）",
    "batch.help": "只用一個批次更新一次權重（B）",
    "epoch.help": "訓練到這個週期（epoch）結束（E）",
    "finish.help": "用全速訓練到設定的週期數（F）",
    "reset.help": "回到同一組初始權重（R）",
    "fresh.help": "亂數種子加一，換一組初始權重（N）",
    "speed.help": "每秒訓練幾個批次；慢一點看得清楚（- 與 +）",
    "speed.rate": "每秒 {rate} 批",
    "speed.full": "全速",

    // Copying.
    copy: "複製",
    copied: "已複製",
    "copy.failed": "瀏覽器不允許複製。",
};
