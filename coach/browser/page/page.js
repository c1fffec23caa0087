// What a finger needs: the keyboard goes to Coach at once, a drag scrolls, and the page keeps clear of the keys on the glass.
"use strict";

const LINE = 18;
const terminal = document.querySelector("#terminal");
let last = null;

document.querySelector("button").addEventListener("click", () => window.location.reload());

new MutationObserver((_, watch) => {
  if (!document.body.classList.contains("-first-byte")) return;
  watch.disconnect();
  terminal.querySelector("textarea").focus();
}).observe(document.body, { attributeFilter: ["class"] });

terminal.addEventListener("touchstart", (event) => { last = event.touches[0].clientY; }, { passive: true });

terminal.addEventListener("touchmove", (event) => {
  const { clientX, clientY } = event.touches[0];
  if (Math.abs(clientY - last) < LINE) return;
  const deltaY = Math.sign(last - clientY);
  last = clientY;
  const at = { deltaY, deltaMode: WheelEvent.DOM_DELTA_LINE, clientX, clientY, bubbles: true, cancelable: true };
  terminal.querySelector(".xterm-screen").dispatchEvent(new WheelEvent("wheel", at));
}, { passive: true });

window.visualViewport?.addEventListener("resize", () => {
  terminal.style.height = `${window.visualViewport.height}px`;
  window.dispatchEvent(new Event("resize"));
});
