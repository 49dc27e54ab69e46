/** What is said of lessons, and what is wrong with one that is refused. */

/** @type {Record<keyof typeof import("../en/lessons.js").lessons, string>} */
export const lessons = {
    // The list of lessons.
    lessons: "課程",
    "lessons.open": "短短的課程：先猜、再訓練、看為什麼",
    "lessons.title": "課程",
    "lessons.intro":
        "每一課用幾分鐘看清楚一件事：你先猜結果，網路開始訓練，實驗室再告訴你發生了什麼。",
    "lessons.minutes": "約 {count} 分鐘",
    "lessons.file": "開啟課程檔…",
    "lessons.file.help": "老師可以自己寫課程；也可以把檔案拖到這裡。",
    "lessons.chapter.network": "網路",
    "lessons.chapter.training": "訓練",
    "lessons.chapter.classes": "類別與機率",
    "lessons.chapter.judging": "評估結果",
    "lessons.chapter.trouble": "訓練卡住的時候",
    "lessons.chapter.overfitting": "過度擬合",
    "lessons.chapter.data": "自己的資料",
    "lessons.chapter.exercise": "整個實作",
    "lessons.chapter.others": "其他課程",

    // A lesson.
    "lesson.leave": "離開課程",
    "lesson.worksheet": "列印學習單",
    "lesson.where": "第 {step} 步，共 {steps} 步",
    "lesson.code": "Keras 程式碼",
    "lesson.source": "教學文：「{text}」",
    "lesson.terms": "名詞：",
    "lesson.guess": "就猜這個，開始訓練",
    "lesson.show": "直接看結果",
    "lesson.run": "開始訓練",
    "lesson.try": "訓練看看",
    "lesson.running": "訓練中…",
    "lesson.first": "先選一個你猜的答案。",
    "lesson.predicted": "和你的預測一樣。",
    "lesson.guessed": "你原本猜的是『{text}』。",
    "lesson.numbers": "準確率 {accuracy}，損失 {loss}。",
    "lesson.diverged": "訓練發散了：數字大到無法計算。",
    "lesson.again": "這一步重來",
    "lesson.next": "下一步",
    "lesson.back": "上一步",
    "lesson.finish": "回到實驗室",
    "lesson.task": "任務",
    "lesson.hint": "提示",
    "lesson.changed": "除了這個任務允許的，還改了：{names}。請把這一步重來。",
    "lesson.and": "、",
    "lesson.opened": "課程「{title}」。{where}。",

    // A worksheet to print.
    "worksheet.step": "第 {step} 步",
    "worksheet.because": "因為",
    "worksheet.happened": "結果如何？為什麼？",
    "worksheet.task": "任務：{text}",
    "worksheet.try": "次數",
    "worksheet.result": "結果",
    "worksheet.own": "用自己的話，寫給沒來上課的同學看：我發現了什麼？",

    // A lesson that is refused. They follow the place in it, as "steps[2].ask: ".
    "lesson.refused": "這份課程無法使用。{fault}",
    "lesson.fault": "{place}：{fault}",
    "lesson.bad.library": "讀不到內建的課程：spiral-lab-lessons.js 要和 spiral-lab.js 放在一起。",
};
