/** Lets the browser keep what is visited, after the page itself is there. */
export function keepForOffline(): void {
  navigator.serviceWorker?.register("/ngoai-tuyen.js", { updateViaCache: "none" }).catch(() => {
    // A private window, or no secure connection: the portal is then read online only.
  });
}

/** A page out of the browser's keeping says so, and when it was kept. */
export function tellIfKept(): void {
  const { kept } = document.documentElement.dataset;
  if (kept === undefined) return;
  const notice = document.createElement("p");
  notice.className = "kept-notice";
  notice.setAttribute("role", "status");
  const when = Date.parse(kept);
  const since = Number.isNaN(when) ? "" : ` lúc ${new Date(when).toLocaleString("vi-VN")}`;
  notice.textContent = `Máy đang không có mạng. Đây là bản đã lưu${since}; nội dung trên Cổng có thể đã thay đổi.`;
  document.querySelector("main")?.prepend(notice);
}
