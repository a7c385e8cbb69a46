// One chain with all that is known of it.

import { childrenOf, get, hrefOf } from "./api.js";
import { Chart, points } from "./chart.js";
import { el, show } from "./dom.js";
import { count, dollars, duration, moment, number, percent, pretty } from "./format.js";
import { table } from "./list.js";
import { Log } from "./log.js";
import { act, ask, button, ended, progress, status } from "./parts.js";
import { rows, timeline } from "./timeline.js";

const BOUNDS = {
  maxHops: "hops", invocations: "invocations", maxWakes: "waits", maxStalledHops: "hops without a step",
  maxDurationMillis: "time", maxCostUsd: "cost",
};
/** The children are looked for at every so many looks: that reads more of the store than the chain alone. */
const LOOKS_A_CHILD = 8;
/** Over so long a time the rate is taken. */
const RATE_MILLIS = 120_000;

export class ChainPage {
  constructor(main, about, job, chain) {
    Object.assign(this, { about, job, chain, moments: [], log: new Log(), chart: new Chart(), samples: [], throttled: false, looks: 0 });
    this.head = el("div", { class: "standing" });
    this.facts = el("div", { class: "facts" });
    this.times = el("div", { class: "scroll" });
    this.children = el("div", { class: "scroll" });
    this.family = section("Children", this.children,
      el("p", {}, el("a", { href: childrenOf(job, chain), text: "List them" })));
    this.parent = el("span", { class: "quiet" });
    this.family.hidden = true;
    this.state = el("div", {});
    this.buttons = this.makeButtons();
    main.replaceChildren();
    show(main,
      el("nav", { "aria-label": "Back" }, el("a", { href: "#/", text: "← All chains" }), " ", this.parent),
      el("div", { class: "bar" }, el("h1", {}, chain, " ", el("span", { class: "quiet", text: job })), this.head),
      el("div", { class: "buttons" }, Object.values(this.buttons)),
      this.facts,
      section("Timeline", this.times),
      section("Steps over time", this.chart.element),
      this.family,
      section("State", this.state),
      about.lab && section("Log", this.log.element));
    document.title = `${chain} – Longhaul`;
  }

  makeButtons() {
    const named = { job: this.job, chain: this.chain };
    const does = {
      signal: button("Signal…", "Send the chain a signal (key: s)", () => this.signal()),
      stop: button("Stop…", "Ask the chain to stop (key: x)", () => this.stop()),
      resume: button("Resume…", "Start it again from its last checkpoint (key: r)", () => this.resume()),
    };
    if (this.about.lab) {
      does.kill = button("Kill", "Kill the process that runs the hop, as a crash would (key: k)",
        () => act("kill", named, "The hop's process was killed."), { class: "lab" });
      does.deliver = button("Deliver twice", "Deliver the newest event once more, as Lambda may (key: d)",
        () => act("deliver", named, "The newest event was delivered once more."), { class: "lab" });
      does.throttle = button("Throttle", "Refuse all invocations of the job's function, as at a limit (key: t)",
        () => act("throttle", { ...named, on: String(!this.throttled) },
          this.throttled ? "The function runs again." : "The function is throttled: events wait in the queue."),
        { class: "lab", "aria-pressed": "false" });
    }
    return does;
  }

  key(key) {
    const named = { s: "signal", x: "stop", r: "resume", k: "kill", d: "deliver", t: "throttle" };
    const pressed = this.buttons[named[key]];
    if (pressed && !pressed.disabled) pressed.click();
  }

  signal() {
    ask("Send a signal", [
      { name: "name", label: "Name of the job's @OnSignal method", required: true },
      { name: "payload", label: "Content, as JSON", lines: 4, value: "null" },
      { name: "id", label: "Id (the same id twice is one signal; one is made where it is empty)" },
    ], "Send", values => act("signal", { job: this.job, chain: this.chain, ...values }, `The signal ${values.name} was sent.`));
  }

  stop() {
    ask("Stop this chain", [{ name: "reason", label: "Reason", value: "stopped in the console" }], "Stop",
      values => act("stop", { job: this.job, chain: this.chain, ...values }, "The chain stops at its next checkpoint."));
  }

  resume() {
    ask("Resume this chain", [
      { name: "qualifier", label: "Alias or version (empty: the one that it ran on)" },
    ], "Resume", values => act("resume", { job: this.job, chain: this.chain, ...values }, "The chain goes on."));
  }

  async look() {
    const answer = await get("chain", { job: this.job, chain: this.chain,
      moments: this.moments.at(-1)?.sequence ?? 0, log: this.log.last });
    this.draw(answer, Date.parse(answer.now));
    const again = this.about.lab || !this.family.hidden;
    if (this.looks++ === 0 || (again && this.looks % LOOKS_A_CHILD === 0)) await this.lookForChildren();
  }

  async lookForChildren() {
    const answer = await get("chains", { parentJob: this.job, parent: this.chain });
    this.family.hidden = answer.chains.length === 0;
    if (!this.family.hidden) show(this.children, table(answer));
  }

  draw({ record, standing, lab }, now) {
    if (lab) {
      this.moments.push(...lab.moments);
      this.log.print(lab.log);
      this.throttled = lab.throttled;
      this.buttons.throttle.setAttribute("aria-pressed", lab.throttled);
    }
    const over = !record || ended(record);
    this.buttons.signal.disabled = this.buttons.stop.disabled = over;
    this.buttons.resume.disabled = !record || !["FAILED", "STOPPED"].includes(record.status);
    if (this.buttons.kill) this.buttons.kill.disabled = record?.status !== "RUNNING";
    show(this.times, timeline(rows(record, this.moments, now)));
    this.chart.draw(points(record, this.moments));
    if (!record) {
      show(this.head, el("span", { class: "quiet", text: "It has not begun, or is forgotten." }));
      return;
    }
    this.sample(record);
    if (record.parent) {
      show(this.parent, el("a", { href: hrefOf(record.parent.job, record.parent.chain), text: `↑ Parent: ${record.parent.chain}` }));
    }
    show(this.head, status(record, now, standing.waitsUntil));
    show(this.facts, this.overview(record, standing, now), hop(record, standing), bounds(record), ending(record));
    show(this.state, record.state === undefined
      ? el("p", { class: "quiet", text: "Nothing is committed yet." })
      : el("pre", { class: "state", tabindex: "0", "aria-label": "State" }, pretty(record.state)));
  }

  sample(record) {
    const done = record.progress?.done ?? record.steps;
    const at = Date.parse(record.updatedAt);
    if (this.samples.at(-1)?.done !== done) this.samples.push({ at, done });
    while (this.samples.length > 2 && this.samples[0].at < at - RATE_MILLIS) this.samples.shift();
  }

  /** Units of progress, or steps, a second; 0 where that is not known. */
  rate(record) {
    const last = this.samples.at(-1);
    const first = this.samples.length > 1 ? this.samples[0] : { at: Date.parse(record.startedAt), done: 0 };
    const millis = last.at - first.at;
    return millis <= 0 || last.done <= first.done ? 0 : ((last.done - first.done) * 1000) / millis;
  }

  overview(record, standing, now) {
    const rate = this.rate(record);
    const left = record.progress?.total ? record.progress.total - record.progress.done : 0;
    const open = !ended(record);
    return fact("Progress",
      progress(record),
      el("dl", {},
        record.progress?.message && pair("Doing", record.progress.message),
        open && rate > 0 && pair("Rate", `${rate >= 10 ? number(Math.round(rate)) : rate.toFixed(1)} a second`),
        open && rate > 0 && left > 0 && pair("Time left", duration((left / rate) * 1000)),
        pair("Steps committed", number(record.steps)),
        pair("Age", duration((open ? now : Date.parse(record.updatedAt)) - Date.parse(record.startedAt))),
        pair("Started", moment(Date.parse(record.startedAt))),
        pair("Cost so far", dollars(standing.costUsd)),
        standing.costToGoUsd !== undefined && pair("Cost to go", dollars(standing.costToGoUsd)),
        pair("Billed", `${duration(record.billedMillis)} in ${count(record.requests, "request")}`)));
  }
}

function section(title, ...content) {
  return el("section", { "aria-label": title }, el("h2", { text: title }), content);
}

function fact(title, ...content) {
  return el("section", { class: "fact", "aria-label": title, "data-key": title }, el("h2", { text: title }), content);
}

const pair = (name, value) => el("div", { "data-key": name }, el("dt", { text: name }), el("dd", { text: value }));

/** The running hop: what remains of its time, where it hands off, and when the watchdog looks. */
function hop(record, standing) {
  const { remainingMillis, timeoutMillis, safeMillis, tickMillis } = standing;
  const runs = remainingMillis !== undefined;
  const share = millis => `${Math.min(100, (100 * millis) / timeoutMillis)}%`;
  return fact(`Hop ${number(record.hop)}`,
    runs && timeoutMillis > 0 && el("div", { class: "gauge", role: "img",
      "aria-label": `${duration(remainingMillis)} of ${duration(timeoutMillis)} remain` },
    el("div", { class: "gone", style: { width: share(timeoutMillis - remainingMillis) } }),
    el("div", { class: "ticks", style: { "background-size": `${share(Math.max(tickMillis, timeoutMillis / 60))} 100%` } }),
    el("div", { class: "safe", style: { width: share(safeMillis) } })),
    el("dl", {},
      runs ? pair("Time remaining", duration(remainingMillis)) : pair("Time remaining", "no hop runs"),
      timeoutMillis > 0 && pair("Timeout", duration(timeoutMillis)),
      safeMillis > 0 && pair("Hands off below", duration(safeMillis)),
      tickMillis > 0 && pair("Watchdog looks every", duration(tickMillis)),
      standing.memoryMegabytes > 0 && pair("Memory", `${number(standing.memoryMegabytes)} MB`),
      pair("Epoch", number(record.epoch)),
      standing.waits > 0 && pair("Waits", number(standing.waits)),
      standing.failedAttempts > 0 && pair("Failed tries of this step", number(standing.failedAttempts)),
      standing.sweeps > 0 && pair("Sent again by the sweeper", count(standing.sweeps, "time")),
      standing.signalsWaiting.length > 0 && pair("Signals waiting", standing.signalsWaiting.join(", ")),
      record.stopRequested && pair("Stop asked for", record.stopRequested)));
}

function bounds(record) {
  const all = Object.entries(record.bounds ?? {});
  const said = (name, value) =>
    name === "maxDurationMillis" ? duration(value) : name === "maxCostUsd" ? dollars(value) : number(value);
  return fact("Bounds", all.length === 0
    ? el("p", { class: "quiet", text: "The function has not said them yet." })
    : all.map(([name, { used, of }]) => el("div", { class: "bound", "data-key": name },
      el("span", { text: BOUNDS[name] ?? name, title: name }),
      el("span", { class: "figure", text: `${said(name, used)} of ${said(name, of)}` }),
      el("meter", { min: 0, max: of, high: of * 0.8, low: of * 0.8, optimum: 0, value: used,
        "aria-label": `${BOUNDS[name] ?? name}: ${percent({ done: used, total: of })} % used` }))));
}

function ending(record) {
  if (!record.failure && record.result === undefined) return null;
  return fact("End",
    record.failure && el("p", {}, el("strong", { text: record.failure.kind }), " ", record.failure.message),
    record.result !== undefined && el("pre", { class: "state", text: pretty(record.result) }));
}
