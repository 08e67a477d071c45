// Dialogs: opens what arrives, asks before what cannot be undone, and guards what was written.

const dialog = document.querySelector("#dialog");
const question = document.querySelector("#confirm");

let written = false;

export function lookAfterDialogs() {
  new MutationObserver(show).observe(dialog, { childList: true });
  dialog.addEventListener("input", () => (written = true));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    written ? leave() : close();
  });
  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    // The button that opened it may be gone by now; the focus must not be lost with it.
    if (document.activeElement === document.body) document.querySelector("#text").focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) written ? leave() : close();
    const link = event.target.closest(".summary a");
    if (!link) return;
    event.preventDefault(); // or the address of the page would name a field
    dialog.querySelector(link.hash).focus();
  });
  document.addEventListener("concord:done", close);
  document.addEventListener("submit", confirmFirst, { capture: true });
}

// Runs when the inside of the dialog was replaced, also by the next page of the same form.
function show() {
  written = false;
  if (!dialog.childElementCount) return;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector("[autofocus]")?.focus();
}

async function leave() {
  if (await agreed(question.dataset.leave)) close();
}

function close() {
  // The caret is in the dialog. Chromium does not always take it along when it gives the focus back,
  // and then the message box takes in no letter.
  document.getSelection().empty();
  dialog.close();
}

// A button with a question is pressed once more, this time for good, after a yes.
async function confirmFirst(event) {
  const button = event.submitter;
  if (!button?.dataset.confirm || button.dataset.agreed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await agreed(button.dataset.confirm))) return;
  button.dataset.agreed = "yes";
  button.form.requestSubmit(button);
  delete button.dataset.agreed;
}

function agreed(text) {
  question.firstElementChild.textContent = text;
  question.returnValue = "";
  question.showModal();
  return new Promise((resolve) => {
    question.addEventListener("close", () => resolve(question.returnValue === "yes"), { once: true });
  });
}
