// What did not work: says so where its reader looks, and takes nothing away from what they wrote.

const dialog = document.querySelector("#dialog");
const notice = document.querySelector("#notice");

export function tellTrouble() {
  document.addEventListener("htmx:error", () => tell(notice.dataset.failed));
  document.addEventListener("htmx:response:error", (event) => tell(event.detail.ctx.text));
  document.addEventListener("htmx:before:request", () => tell(""));
}

function tell(sentence) {
  const place = dialog.open ? dialog.querySelector("#dialog-problem") : notice;
  place.textContent = sentence;
}
