// What a tablet needs: the keyboard goes to Coach at once, a drag scrolls, the page keeps clear of the keys on the glass,
// and a page that slept finds its Coach again.
"use strict";

const LINE = 18;
const LEAST = 51; // columns that Coach needs, and one to spare
const WIDE = 64; // columns that fingers like: fewer, and larger
const LINES = 20; // lines that Coach needs, and two to spare
const SMALLEST = 8, USUAL = 16, LARGEST = 20; // letters, in pixels
const AGAIN = 2000; // milliseconds between two looks for a server that does not answer
const SILENCE = 5000; // milliseconds after which a socket that does not answer is given up
const OVER = { // why the server closes a socket for good: what the page says, and what its button does
  4000: ["Coach has ended.", "Start again"],
  4001: ["Coach is open in another tab or window on this device.", "Use it here"],
  4003: ["That was too much text at once.", "Go on"],
};
const terminal = document.querySelector("#terminal");
terminal.dataset.fontSize = letters(); // before textual.js, which comes next, reads it
let width = window.innerWidth;
let isTurning = false;
let last = null;
let socket = null;
let silence = null;

// The largest letters with which `columns` fit into the window.
function lettersFor(columns, most) {
  const pen = document.createElement("canvas").getContext("2d");
  for (let size = Math.min(most, Math.floor(window.innerHeight / LINES / 1.2)); size > SMALLEST; size -= 1) {
    pen.font = `${size}px 'Roboto Mono', Monaco, 'Courier New', monospace`;
    const cell = Math.floor(pen.measureText("W").width * devicePixelRatio) / devicePixelRatio; // as xterm rounds it
    if (cell * columns <= window.innerWidth) return size;
  }
  return SMALLEST;
}

// A phone gets smaller letters, until Coach fits; a tablet gets larger ones, as rows are what fingers press.
function letters() {
  const large = window.matchMedia("(pointer: coarse)").matches ? lettersFor(WIDE, LARGEST) : 0;
  return large >= USUAL ? large : lettersFor(LEAST, USUAL);
}

function end(words, offer) {
  document.querySelector(".closed span").textContent = words;
  document.querySelector(".closed button").textContent = offer;
}

async function find() {
  document.body.classList.add("lost", "-closed");
  try {
    await fetch("/", { cache: "no-store" });
    window.location.reload();
  } catch {
    setTimeout(find, AGAIN);
  }
}

// The terminal in textual.js makes a socket of its own; this one tells why it was closed.
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    socket = this;
    this.addEventListener("message", () => clearTimeout(silence));
    this.addEventListener("close", ({ code }) => {
      clearTimeout(silence);
      if (code in OVER) end(...OVER[code]);
      else find();
    });
  }
};

document.addEventListener("visibilitychange", () => {
  if (document.hidden || socket?.readyState !== WebSocket.OPEN) return;
  clearTimeout(silence);
  silence = setTimeout(find, SILENCE);
  socket.send(JSON.stringify(["ping", "awake"]));
});

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

// Turned to its other side, the page comes again with other letters, and Coach goes on where it was. Coach hears nothing of
// the sizes in between. The keys on the glass change only the height.
window.addEventListener("resize", (event) => {
  if (window.innerWidth !== width) {
    width = window.innerWidth;
    isTurning = String(letters()) !== terminal.dataset.fontSize;
    if (isTurning) window.location.reload();
  }
  if (isTurning) event.stopImmediatePropagation();
});

window.visualViewport?.addEventListener("resize", () => {
  terminal.style.height = `${window.visualViewport.height}px`;
  window.dispatchEvent(new Event("resize"));
});
