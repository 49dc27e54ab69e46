/** For a page that shows Spiral Lab in frames: it makes each as high as its content. */
addEventListener("message", ({ source, data }) => {
    if (data?.source !== "spiral-lab" || data.type !== "resize") return;
    const height = Math.min(Math.max(Number(data.height) || 0, 240), 6000);
    for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentWindow === source) frame.style.height = `${height}px`;
});
// The frames that have reported their height already.
for (const frame of document.querySelectorAll("iframe"))
    frame.contentWindow?.postMessage({ source: "spiral-lab-host" }, "*");
