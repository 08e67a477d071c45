// The message box: offers commands after a slash, as an ARIA combobox with a list.

const box = document.querySelector("#text");
const list = document.querySelector("#offers");
const problem = document.querySelector("#composer-problem");
const offers = [...list.children];

let active = null;
let sent = "";

export function completeCommands() {
  box.addEventListener("input", () => {
    problem.textContent = "";
    offer();
  });
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", close);
  // A press would take the focus away, and so close the list before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const picked = event.target.closest("[role=option]");
    if (picked) pick(picked);
  });
  box.form.addEventListener("submit", () => (sent = box.value));
  document.addEventListener("concord:said", () => {
    if (box.value !== sent) return; // somebody writes on already
    box.value = "";
    close();
  });
}

// Every typed word must begin a word of the command or stand in what it does.
function fits(option, typed) {
  const usage = option.dataset.usage.toLowerCase().split(/\W+/);
  const text = option.textContent.toLowerCase();
  return typed.every((word) => usage.some((part) => part.startsWith(word)) || text.includes(` ${word}`));
}

function offer() {
  const text = box.value.toLowerCase();
  if (!text.startsWith("/")) return close();
  const typed = text.split(/\W+/).filter(Boolean);
  for (const option of offers) option.hidden = !fits(option, typed);
  const shown = offers.filter((option) => !option.hidden);
  if (!shown.length) return close();
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  mark(nearest(shown, text.trim()));
}

// Whoever has typed a command, or its beginning, means that one, whatever else the words may fit.
function nearest(shown, text) {
  const usage = (option) => option.dataset.usage;
  const same = shown.find((option) => usage(option) === text);
  return same ?? shown.find((option) => usage(option).startsWith(text)) ?? shown[0];
}

function close() {
  list.hidden = true;
  active = null;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function mark(option) {
  active = option;
  for (const other of offers) other.setAttribute("aria-selected", String(other === option));
  box.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function move(steps) {
  const shown = offers.filter((option) => !option.hidden);
  mark(shown.at((shown.indexOf(active) + steps) % shown.length));
}

function pick(option) {
  box.value = `${option.dataset.usage} `;
  close();
  box.focus();
}

function onKey(event) {
  if (list.hidden) return;
  const written = box.value.trim() === active.dataset.usage;
  if (event.key === "ArrowDown") move(1);
  else if (event.key === "ArrowUp") move(-1);
  else if (event.key === "Escape") close();
  else if (event.key === "Tab" && !event.shiftKey) pick(active);
  else if (event.key === "Enter" && !written) pick(active);
  else return;
  event.preventDefault();
}
