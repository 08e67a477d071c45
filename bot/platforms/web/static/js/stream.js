// What arrives from the server: puts messages into the list, and tells when the line is down.

const feed = document.querySelector("#feed");
const log = document.querySelector("#log");
const stream = document.querySelector("#stream");
const announcer = document.querySelector("#announcer");
const newest = document.querySelector("#newest");
const connection = document.querySelector("#connection");

const NEAR = 160; // pixels from the end within which a reader is taken to follow the conversation
const RETRY = 2000; // milliseconds

const waiting = []; // messages that have arrived and are not in the list yet

let follows = true;

export function followStream() {
  htmx.registerExtension("upsert", { handle_swap: (style, _target, fragment) => style === "upsert" && upsert(fragment) });
  feed.addEventListener("scroll", onScroll);
  newest.addEventListener("click", () => {
    goToEnd();
    document.querySelector("#text").focus();
  });
  new ResizeObserver(stay).observe(log);
  new ResizeObserver(stay).observe(feed);
  stay();
  document.addEventListener("htmx:sse:error", onLost);
  document.addEventListener("htmx:sse:after:connection", () => (connection.textContent = ""));
  document.addEventListener("htmx:error", retry);
  document.addEventListener("htmx:response:error", retry);
  document.addEventListener("htmx:after:request", onDone);
  stream.addEventListener("start-over", () => location.reload());
}

function onScroll() {
  follows = feed.scrollHeight - feed.scrollTop - feed.clientHeight < NEAR;
  if (follows) newest.hidden = true;
}

function goToEnd() {
  follows = true;
  newest.hidden = true;
  stay();
}

function stay() {
  if (follows) feed.scrollTop = feed.scrollHeight;
}

// A message that is there already is replaced, so a replay after a lost line doubles nothing.
function upsert(fragment) {
  const arrived = [...fragment.children];
  waiting.push(...arrived);
  settle();
  return arrived;
}

// Between press and release nothing moves: a button taken away would not hear the click.
function settle() {
  if (feed.matches(":active")) return requestAnimationFrame(settle);
  for (const message of waiting.splice(0)) {
    const known = document.getElementById(message.id);
    if (known) replace(known, message);
    else append(message);
  }
}

// Whoever was at a button stays at it, if it is still there.
function replace(known, message) {
  const held = known.contains(document.activeElement) && document.activeElement;
  known.replaceWith(message);
  if (!held) return;
  const buttons = [...message.querySelectorAll("button")];
  (buttons.find((button) => button.value === held.value) ?? message).focus({ preventScroll: true });
}

function append(message) {
  if (message.dataset.author !== stream.dataset.persona) announcer.textContent = message.dataset.spoken;
  newest.hidden = follows;
  message.classList.add("arrived");
  log.append(message);
}

// What answers with nothing to show, answers with a message: its reader is taken to the end.
function onDone(event) {
  if (event.detail.ctx.response.status === 204) goToEnd();
}

// The stream looks after itself once it stands; until then a failed attempt is made again here.
function retry(event) {
  if (event.target === stream) setTimeout(() => htmx.trigger(stream, "retry"), RETRY);
}

function onLost(event) {
  if (event.detail.status === 404) location.reload();
  else connection.textContent = connection.dataset.lost;
}
