// The page: which view is shown, and when it looks again.

import { get, takeToken } from "./api.js";
import { ChainPage } from "./chain.js";
import { el, show } from "./dom.js";
import { List } from "./list.js";

const main = document.getElementById("main");
const connection = document.getElementById("connection");

let about;
let view;
let looking;

function opened() {
  const [, job, chain, children] = /^#\/([^/]+)\/([^/]+)(\/children)?$/.exec(location.hash) ?? [];
  if (!job) return new List(main, about);
  const named = { job: decodeURIComponent(job), chain: decodeURIComponent(chain) };
  return children ? new List(main, about, named) : new ChainPage(main, about, named.job, named.chain);
}

async function look() {
  clearTimeout(looking);
  const present = view;
  try {
    await present.look();
    say("live", "Live");
  } catch (failure) {
    say("away", failure instanceof TypeError ? "The console has ended. Start it again." : failure.message);
  }
  // A page that nobody sees costs the store nothing.
  if (present === view && !document.hidden) looking = setTimeout(look, about.lookMillis);
}

function say(how, text) {
  show(connection, el("span", { class: how, text }));
}

function route() {
  // The link that skips the header is no view.
  if (location.hash === "#main") return;
  view = opened();
  look();
}

addEventListener("hashchange", () => {
  takeToken();
  route();
});
document.addEventListener("visibilitychange", () => document.hidden || look());
addEventListener("keydown", event => {
  const typing = event.target.closest("input, textarea, select, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog")) return;
  if (event.key === "Escape") location.hash = "#/";
  if (/^[a-z/]$/.test(event.key) && view) {
    event.preventDefault();
    view.key(event.key);
  }
});

takeToken();
try {
  about = await get("about");
  document.getElementById("place").textContent = about.place;
  route();
} catch (failure) {
  show(main, el("p", { class: "error", role: "alert", text: failure.message }));
}
