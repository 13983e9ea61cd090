// What the page does beyond forms and links: single keys, and the place of selected words. Everything works without it.
"use strict";

const KEYS_OFF = "goodoffices-keys-off";
const ANSWERS = ["y", "x"];

// Between a decision and the page that answers it nothing is sent: what is on the screen is no longer so. Keys wait.
let busy = false;
const waiting = [];

// Code points of the text before a place in it: what the server counts. A string's length would count emoji twice.
function codePoints(root, node, offset) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return Array.from(range.toString()).length;
}

function takeSelection() {
  const text = document.getElementById("text"), form = document.getElementById("add"), selection = getSelection();
  if (!text || !form || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  if (!range.toString().trim()) return;
  form.elements.start.value = codePoints(text, range.startContainer, range.startOffset);
  form.elements.end.value = codePoints(text, range.endContainer, range.endOffset);
  form.elements.words.value = range.toString();
  document.getElementById("adding").open = true;
}

// Where letters are typed, no single key does anything. In a list of choices letters pick, but for the answer to a question.
function typing(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable]");
}

function picking(target, key) {
  return target.closest("select") && !(ANSWERS.includes(key) && keyed(key));
}

function keyed(key) {
  return document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  const elsewhere = typing(event.target) || picking(event.target, event.key) || localStorage.getItem(KEYS_OFF);
  if (event.key !== "Escape" && elsewhere) return;
  if (busy) {
    waiting.push(event.key);
    event.preventDefault();
  } else if (press(event.key)) {
    event.preventDefault();
  }
}

function press(key) {
  const found = keyed(key);
  if (!found) return false;
  if (key === "w") {
    document.getElementById("adding").open = true;
    const form = document.getElementById("add");
    (form.elements.words.value ? form.elements.type : form.elements.words).focus();
  } else {
    found.click();
  }
  return true;
}

function settled() {
  busy = false;
  settle();
  while (waiting.length && !busy) press(waiting.shift());
}

function unanswered() {
  busy = false;
  waiting.length = 0;
  document.getElementById("gone").hidden = false;
}

function onClick(event) {
  const mark = event.target.closest(".text mark");
  if (!mark || !getSelection().isCollapsed) return;
  const ids = mark.dataset.claims.split(" ");
  // The claim whose words end last here; a second click goes on to the next one that these words carry.
  const now = ids.indexOf(document.querySelector("#current strong")?.textContent);
  const wanted = ids[(now + 1) % ids.length];
  for (const link of document.querySelectorAll(".claims a")) {
    if (link.querySelector(".id")?.textContent === wanted) link.click();
  }
}

function settle() {
  const keys = document.getElementById("keys");
  if (keys) keys.checked = !localStorage.getItem(KEYS_OFF);
  for (const mark of [document.querySelector(".text mark.now"), document.querySelector(".claims li.now")]) {
    const box = mark?.closest(".text, .claims");
    if (box) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  const told = Array.from(document.querySelectorAll("[data-say]"), (e) => e.textContent.trim().replace(/\s+/g, " "));
  document.getElementById("live").textContent = told.join(" ");
  // A question takes the focus from the field in which it was raised: there the answer would be a letter.
  const question = document.getElementById("question");
  if (question) {
    question.focus({ preventScroll: true });
    return;
  }
  // What had the focus is gone, or is the claim that was decided: the work goes on here.
  if (document.activeElement && document.activeElement !== document.body && document.activeElement.id !== "current") return;
  (document.querySelector("#edit select") || document.getElementById("current"))?.focus({ preventScroll: true });
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("mouseup", () => setTimeout(takeSelection));
document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") takeSelection(); });
document.addEventListener("input", (event) => {
  if (event.target.id !== "words") return;
  event.target.form.elements.start.value = event.target.form.elements.end.value = "";
});
document.addEventListener("change", (event) => {
  if (event.target.id === "keys") event.target.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "yes");
});
document.addEventListener("submit", (event) => {
  if (busy) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);
document.addEventListener("htmx:beforeRequest", () => { busy = true; });
document.addEventListener("htmx:sendError", unanswered);
document.addEventListener("htmx:afterSettle", settled);
document.addEventListener("DOMContentLoaded", settle);
