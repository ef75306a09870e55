// Notes when an awaited word enters the page, to the millisecond, and how much the server sent.
// Only what has changed is searched, so that watching costs both sides of a comparison little.
window.watch = { awaited: new Set(), seen: {}, receivedBytes: 0 };

window.watch.now = () => performance.timeOrigin + performance.now();

window.watch.look = (text) => {
  for (const word of window.watch.awaited) {
    if (text.includes(word)) {
      window.watch.seen[word] = window.watch.now();
      window.watch.awaited.delete(word);
    }
  }
};

// Clicks, and gives the milliseconds until the page has been drawn again and painted; null when that
// has not happened within half a minute.
window.watch.rerunBy = (element) =>
  new Promise((done) => {
    const app = document.querySelector("[data-test-script-state]");
    const began = window.watch.now();
    let hasRun = false;
    new MutationObserver((changes, observer) => {
      const isAtRest = app.dataset.testScriptState === "notRunning";
      // A quick run may have come and gone between two looks: then it is in the changes.
      hasRun ||= !isAtRest || changes.some((change) => change.oldValue === "running");
      if (hasRun && isAtRest) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(window.watch.now() - began)));
      }
    }).observe(app, { attributeFilter: ["data-test-script-state"], attributeOldValue: true });
    setTimeout(() => done(null), 30_000);
    element.click();
  });

new MutationObserver((changes) => {
  if (window.watch.awaited.size === 0) return;
  for (const change of changes) {
    if (change.type === "characterData") window.watch.look(change.target.data);
    for (const node of change.addedNodes) window.watch.look(node.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });

const NativeWebSocket = window.WebSocket;
window.WebSocket = class extends NativeWebSocket {
  constructor(...values) {
    super(...values);
    this.addEventListener("message", ({ data }) => {
      window.watch.receivedBytes += data.byteLength ?? data.size ?? data.length;
    });
  }
};
