// All chains at a glance.

import { get, hrefOf } from "./api.js";
import { el, show } from "./dom.js";
import { dollars, duration, number } from "./format.js";
import { act, ask, button, ended, progress, status } from "./parts.js";

export class List {
  /** All chains, or those that one has started. */
  constructor(main, about, parent = null) {
    Object.assign(this, { about, parent });
    this.rows = el("div", { class: "scroll" });
    this.which = el("select", { id: "which", on: { change: () => this.look() } },
      ["all", "living", "ended"].map(each => el("option", { text: each })));
    this.prefix = el("input", { id: "prefix", type: "search", placeholder: "nightly-", spellcheck: "false",
      on: { input: () => this.look() } });
    const title = parent ? `Children of ${parent.chain}` : "Chains";
    main.replaceChildren();
    show(main,
      parent && el("nav", { "aria-label": "Back" },
        el("a", { href: "#/", text: "← All chains" }), " ",
        el("a", { href: hrefOf(parent.job, parent.chain), text: `← ${parent.chain}` })),
      el("div", { class: "bar" },
        el("h1", { text: title }),
        el("label", { for: "which" }, "Show ", this.which),
        el("label", { for: "prefix" }, "Name begins with ", this.prefix),
        !parent && button("Start a chain", "Start a chain with an event (key: n)", () => this.start(), { class: "first" })),
      this.rows);
    document.title = `${title} – Longhaul`;
  }

  async look() {
    const of = this.parent ? { parentJob: this.parent.job, parent: this.parent.chain } : {};
    this.draw(await get("chains", { status: this.which.value, prefix: this.prefix.value, ...of }));
  }

  draw(answer) {
    if (answer.chains.length === 0) {
      show(this.rows, el("p", { class: "empty", "data-key": "empty", 
        text: this.parent ? "It has started no such chains." : "No chains are here yet. Start one." }));
      return;
    }
    show(this.rows,
      table(answer),
      answer.more && el("p", { class: "quiet", text: "There are more: narrow them by their name." }),
      answer.unreadable.map(text => el("p", { class: "error", text })));
  }

  start() {
    ask("Start a chain", [
      { name: "job", label: "Job", choices: this.about.jobs },
      { name: "chain", label: "Name (one is made where it is empty)" },
      { name: "input", label: "Start event, as JSON", lines: 6, value: "{}" },
    ], "Start", async values => {
      const sent = await act("start", values, `The start of ${values.chain || "a chain"} is on its way.`);
      if (sent) await this.look();
      return sent;
    });
  }

  key(key) {
    if (key === "n" && !this.parent) this.start();
    if (key === "/") this.prefix.focus();
  }
}

/** The chains of an answer, one row each. */
export function table({ now, chains }) {
  return el("table", { class: "chains", "data-key": "table" },
    el("thead", {}, el("tr", {}, ["Chain", "Status", "Progress", "Hop", "Age", "So far", "To go"]
      .map((title, index) => el("th", { scope: "col", class: index > 2 ? "figure" : "", text: title })))),
    el("tbody", {}, chains.map(chain => row(chain, Date.parse(now)))));
}

function row(chain, now) {
  const age = (ended(chain) ? Date.parse(chain.updatedAt) : now) - Date.parse(chain.startedAt);
  return el("tr", { "data-key": `${chain.job}/${chain.chain}` },
    el("th", { scope: "row" },
      el("a", { href: hrefOf(chain.job, chain.chain), text: chain.chain }),
      el("span", { class: "quiet", text: chain.job }),
      chain.parent && el("span", { class: "quiet" }, ", child of ",
        el("a", { href: hrefOf(chain.parent.job, chain.parent.chain), text: chain.parent.chain }))),
    el("td", {}, status(chain, now, chain.waitsUntil)),
    el("td", {}, progress(chain)),
    el("td", { class: "figure", "data-label": "Hop", text: number(chain.hop) }),
    el("td", { class: "figure", "data-label": "Age", title: chain.startedAt, text: duration(age) }),
    el("td", { class: "figure", "data-label": "So far", text: dollars(chain.costUsd) }),
    el("td", { class: "figure", "data-label": "To go", text: dollars(chain.costToGoUsd) }));
}
