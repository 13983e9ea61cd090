// What the page does beyond forms and links: it hears what happened, and exchanges the parts that changed. Everything works
// without it. A part in which somebody is typing is not exchanged; nothing of what others wrote is stored in the browser.
"use strict";

const AGAIN = 1500;
let last = document.body.dataset.last, source = null, running = false, wanted = false, ended = false;
// A phone may go wrong by minutes: the clock is the room's.
const clockOff = Date.parse(document.body.dataset.now) - Date.now();

// As the server sent them: what is on the page meanwhile (an opened box, a ticking clock) is no reason to exchange a part.
const sent = new Map();

function remember(root) {
  for (const part of root.querySelectorAll("[data-live]")) {
    if (!("list" in part.dataset)) sent.set(part.id, part.outerHTML);
    else for (const one of part.children) if (one.id) sent.set(one.id, one.outerHTML);
  }
}

function typed(field) {
  if (field.type === "hidden" || !field.name) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const first = Array.from(field.options).findIndex((one) => one.defaultSelected);
  return field.selectedIndex !== Math.max(first, 0);
}

function inUse(part) {
  const now = document.activeElement;
  if (now && now !== document.body && part.contains(now) && now.matches("input, textarea, select")) return true;
  return Array.from(part.querySelectorAll("input, textarea, select")).some(typed);
}

function exchange(old, fresh) {
  if (sent.get(fresh.id) === fresh.outerHTML || inUse(old)) return;
  sent.set(fresh.id, fresh.outerHTML);
  const open = new Set(Array.from(old.querySelectorAll("details[open]"), (one) => one.id));
  const focus = old.contains(document.activeElement) ? key(document.activeElement) : null;
  old.replaceWith(fresh);
  for (const one of fresh.querySelectorAll("details")) if (open.has(one.id)) one.open = true;
  if (focus) Array.from(fresh.querySelectorAll("a, button, summary")).find((one) => key(one) === focus)?.focus({ preventScroll: true });
}

function key(element) {
  return `${element.tagName} ${element.getAttribute("aria-label") || element.textContent.trim()}`;
}

function exchangeList(old, fresh) {
  const atEnd = "end" in old.dataset && old.scrollTop + old.clientHeight >= old.scrollHeight - 40;
  const there = new Set(Array.from(fresh.children, (one) => one.id));
  for (const one of Array.from(old.children)) if (!there.has(one.id) && !inUse(one)) one.remove();
  let after = null;
  for (const one of Array.from(fresh.children)) {
    const mine = document.getElementById(one.id);
    if (mine && mine.parentElement === old) {
      exchange(mine, one);
      after = document.getElementById(one.id);
    } else {
      sent.set(one.id, one.outerHTML);
      if (after) after.after(one);
      else old.prepend(one);
      after = one;
    }
  }
  if (atEnd) old.scrollTop = old.scrollHeight;
}

function merge(page) {
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (!old) continue;
    if ("list" in fresh.dataset) exchangeList(old, fresh);
    else exchange(old, fresh);
  }
  tick();
}

function say(page) {
  const told = page.getElementById("told");
  if (told) document.getElementById("told").replaceWith(told);
  document.querySelector("#told .alarm")?.scrollIntoView({ block: "nearest" });
}

function gone(text) {
  if (ended) return;
  const box = document.getElementById("gone");
  box.hidden = !text;
  if (text && box.textContent !== text) box.textContent = text;
  if (text) box.setAttribute("role", "alert");
}

async function read(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function refresh() {
  if (running) {
    wanted = true;
    return;
  }
  running = true;
  try {
    do {
      wanted = false;
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (answer.status === 404) location.assign("/");
      else if (answer.status === 403) gone("This link was taken back: ask the trainer for another one. What you typed is still here.");
      else if (answer.ok) merge(await read(answer));
    } while (wanted);
  } catch {
    gone("No answer from the room. What you typed is still here; the page tries again.");
    setTimeout(refresh, AGAIN);
  } finally {
    running = false;
  }
}

function listen() {
  if (source || ended || document.hidden) return;
  source = new EventSource(`/events?last=${last}`);
  source.onopen = () => {
    gone("");
    refresh();
  };
  source.onmessage = (event) => {
    last = event.lastEventId;
    const what = JSON.parse(event.data);
    if (what.told) document.getElementById("live").textContent = what.told;
    document.dispatchEvent(new CustomEvent("room:event", { detail: { number: last, ...what } }));
    refresh();
  };
  source.onerror = () => {
    gone("The line to the room is down. What you typed is still here; the page tries again by itself.");
    if (source && source.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(() => { refresh(); listen(); }, AGAIN);
    }
  };
}

function silent() {
  source?.close();
  source = null;
}

function filled(form) {
  return new URLSearchParams(new FormData(form)).toString();
}

// A page that leads nowhere: everything was deleted.
function over(page) {
  ended = true;
  silent();
  document.body.replaceWith(page.body);
}

// Where a form stands, from its card outwards: what was pressed may be gone when it is done.
function places(form) {
  const found = [];
  for (let one = form.parentElement; one && one.id !== "main"; one = one.parentElement) if (one.id) found.push(one.id);
  return [...found, "main"];
}

// What was pressed is told as done, there where it was pressed, or at the head of what is left around it.
function done(form, around) {
  const there = document.getElementById(form.id);
  const left = around.map((id) => document.getElementById(id)).find((one) => one);
  const part = left?.matches("details") ? left.querySelector("summary") : left;
  const at = there?.closest("details:not(.part)")?.querySelector("summary") || there?.querySelector("button:last-of-type") || part;
  if (!at) return;
  document.querySelector(".done")?.remove();
  const told = document.createElement("span");
  told.className = "done";
  told.textContent = "✓ Saved";
  if (at.matches("summary, button, a")) at.after(told);
  else if (at.matches(".card, .row")) at.append(told);
  else if (at.matches("main")) at.prepend(told);
  else at.before(told);
  document.getElementById("live").textContent = "Saved.";
  setTimeout(() => told.remove(), 6000);
}

async function send(form, button) {
  // One name for one thing that is sent: where the answer gets lost, it is sent again and done once.
  form.dataset.once ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");
  const data = new FormData(form, button), before = filled(form);
  const around = places(form);
  data.append("once", form.dataset.once);
  const buttons = form.querySelectorAll("button");
  for (const one of buttons) one.setAttribute("aria-disabled", "true");
  form.dataset.busy = "yes";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data) });
    const page = await read(answer);
    delete form.dataset.once;
    if (answer.ok) {
      if (!page.querySelector("nav")) return over(page);
      // What was typed while it was on its way stays.
      if (filled(form) === before) form.reset();
      if (document.activeElement && form.contains(document.activeElement) && !form.classList.contains("send")) document.activeElement.blur();
      form.closest("details:not(.part)")?.removeAttribute("open");
      say(page);
      sent.delete(form.closest("[data-live]")?.id);
      merge(page);
      done(form, around);
    } else if (page.getElementById("told")) say(page);
    else gone(page.querySelector("main")?.textContent.trim() || "Not saved. What you typed is still here.");
  } catch {
    gone("Not saved: no answer from the room. What you typed is still here; send it again.");
  } finally {
    delete form.dataset.busy;
    for (const one of buttons) one.removeAttribute("aria-disabled");
  }
}

function tick() {
  let near = false;
  for (const one of document.querySelectorAll("[data-ends]")) {
    const seconds = Math.ceil((Date.parse(one.dataset.ends) - Date.now() - clockOff) / 1000), whole = Math.abs(seconds);
    const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} ${seconds < 0 ? "over" : "left"}`;
    if (one.textContent !== text) one.textContent = text;
    one.classList.toggle("late", seconds < 0);
    near ||= seconds > 0 && seconds <= 60;
  }
  const soon = document.getElementById("soon");
  if (soon && soon.hidden === near) soon.hidden = !near;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || new URL(form.action).origin !== location.origin) return;
  event.preventDefault();
  if (!form.dataset.busy) send(form, event.submitter);
});
// Enter with Ctrl sends what is typed; alone it begins a new line.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) event.target.form.requestSubmit();
});
document.addEventListener("visibilitychange", () => (document.hidden ? silent() : listen()));
window.addEventListener("pagehide", silent);
window.addEventListener("pageshow", () => listen());
// A part that is folded opens for who is sent to something in it.
function unfold() {
  const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let one = there && there.closest("details"); one; one = one.parentElement?.closest("details")) one.open = true;
}
window.addEventListener("hashchange", unfold);
unfold();
const chat = document.querySelector("[data-end]");
if (chat) chat.scrollTop = chat.scrollHeight;
document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
remember(document);
tick();
setInterval(tick, 1000);
listen();
