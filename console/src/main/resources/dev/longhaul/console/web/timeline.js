// A chain's invocations, one row each, on one axis of time.

import { el } from "./dom.js";
import { clock, count, duration, number } from "./format.js";

/** So many rows are shown: a day of quarter-hours. */
const SHOWN = 96;

const KILLED = { EXITED: "killed", TIMED_OUT: "timed out", FUNCTION_ERROR: "threw", INIT_ERROR: "could not start" };

const ENDS = {
  OPEN: "runs", HANDED_OFF: "handed off", WAITING: "left to wait", FINISHED: "ended the chain", LOST: "lost",
};

/** The rows of a chain's timeline, in order: those of its record, with what a local Lambda tells besides. */
export function rows(record, moments, now) {
  const all = told(moments);
  const byEpoch = new Map(all.filter(row => row.epoch).map(row => [row.epoch, row]));
  for (const hop of record?.hops ?? []) {
    let row = byEpoch.get(hop.epoch);
    if (!row) {
      row = { key: `epoch-${hop.epoch}`, marks: [], start: Date.parse(hop.startedAt), finish: Date.parse(hop.endedAt) };
      all.push(row);
    }
    Object.assign(row, { hop: hop.hop, epoch: hop.epoch, steps: hop.steps });
    row.end = row.end ?? ENDS[hop.end];
    row.open = hop.end === "OPEN" && !row.status;
    if (row.open) row.finish = now;
  }
  all.sort((one, other) => one.start - other.start);
  return withGaps(all, record, now);
}

function told(moments) {
  const done = [];
  const running = new Map();
  for (const moment of moments) {
    const at = Date.parse(moment.at);
    // An event that is delivered twice has one request, and runs in two environments.
    const where = `${moment.request} ${moment.environment}`;
    const row = running.get(where);
    switch (moment.what) {
      case "started": {
        const begun = {
          key: `${moment.request}-${moment.sequence}`, request: moment.request, start: at, finish: at, marks: [],
          attempt: Number(moment.attempt), cold: moment.cold === "true", environment: moment.environment,
        };
        running.set(where, begun);
        done.push(begun);
        break;
      }
      case "told":
        if (row) hears(row, parsed(moment.text), at);
        break;
      case "finished":
        if (row) {
          row.finish = at;
          row.status = moment.status;
          row.billed = Number(moment.billedMillis);
          if (KILLED[moment.status]) row.end = KILLED[moment.status];
          running.delete(where);
        }
        break;
      case "refused": {
        const last = done[done.length - 1];
        if (last?.refusals && last.request === moment.request) {
          last.refusals++;
          last.finish = at;
        } else {
          done.push({ key: `${moment.request}-${moment.sequence}`, request: moment.request, start: at, finish: at,
            marks: [], refusals: 1, end: "throttled" });
        }
        break;
      }
      case "given up":
        done.push({ key: `${moment.request}-${moment.sequence}`, request: moment.request, start: at, finish: at,
          marks: [], end: `given up: ${moment.why}` });
        break;
      default:
    }
  }
  return done;
}

/** A line's fields; none where it was cut, since it was too long. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** A line that the runtime printed. */
function hears(row, line, at) {
  row.finish = at;
  switch (line.longhaul) {
    case "claimed":
      row.epoch = line.epoch;
      row.hop = line.hop;
      row.takeover = line.takeover;
      break;
    case "checkpoint":
      row.marks.push({ at, kind: "checkpoint" });
      break;
    case "handed off":
    case "waiting":
      row.left = at;
      row.end = line.longhaul === "waiting" ? ENDS.WAITING : ENDS.HANDED_OFF;
      break;
    case "attempt failed":
      row.marks.push({ at, kind: "retry" });
      break;
    case "delivered":
      row.marks.push({ at, kind: "signal" });
      break;
    case "near miss":
    case "overran":
      row.marks.push({ at, kind: "late" });
      break;
    case "dropped duplicate":
    case "skipped":
      row.end = line.longhaul;
      row.hop = line.hop;
      break;
    case "fenced":
      row.end = "fenced";
      break;
    default:
  }
}

function withGaps(all, record, now) {
  const whole = [];
  let before = null;
  for (const row of all) {
    if (before && before.epoch && row.epoch) {
      const left = before.left ?? before.finish;
      if (before.end === ENDS.WAITING) {
        whole.push({ key: `wait-${before.epoch}`, wait: true, marks: [], start: left, finish: row.start });
      } else {
        row.gap = Math.max(0, row.start - left);
      }
    }
    whole.push(row);
    if (row.epoch) before = row;
  }
  if (record?.status === "WAITING" && before) {
    whole.push({ key: "wait-now", wait: true, open: true, marks: [], start: before.finish, finish: now });
  }
  return whole;
}

/** What a row says in words: nothing is told by colour or place alone. */
function words(row) {
  if (row.wait) return `${row.open ? "waits" : "waited"}, without an invocation`;
  const parts = [row.refusals > 1 ? `throttled ${row.refusals} times` : row.end ?? "runs"];
  if (row.takeover) parts.push("took over");
  if (row.cold) parts.push("cold start");
  if (row.attempt > 1) parts.push(`attempt ${row.attempt}`);
  const kinds = { checkpoint: "checkpoint", retry: "failed try", signal: "signal", late: "late step" };
  for (const [kind, word] of Object.entries(kinds)) {
    const times = row.marks.filter(mark => mark.kind === kind).length;
    if (times > 0) parts.push(count(times, word).replace("trys", "tries"));
  }
  return parts.join(", ");
}

function look(row) {
  if (row.wait) return "wait";
  if (row.refusals || row.end === "skipped" || row.end === "dropped duplicate") return "dropped";
  if (row.end === "lost" || row.end === "fenced" || Object.values(KILLED).includes(row.end)) return "dead";
  return row.open ? "open" : "done";
}

const SIGNS = { checkpoint: "", retry: "↻", signal: "✉", late: "!" };

export function timeline(all) {
  const shown = all.slice(-SHOWN);
  if (shown.length === 0) return el("p", { class: "empty", "data-key": "none", text: "It has not begun yet." });
  const from = shown[0].start;
  const to = Math.max(...shown.map(row => row.finish), from + 1);
  const place = at => `${(100 * Math.min(Math.max(at - from, 0), to - from)) / (to - from)}%`;
  return el("table", { class: "timeline", "data-key": "timeline" },
    el("caption", { class: "quiet" },
      `${clock(from)} to ${clock(to)}, ${duration(to - from)}`,
      all.length > shown.length && `; ${count(all.length - shown.length, "row")} before that`),
    el("thead", {}, el("tr", {},
      el("th", { scope: "col", class: "figure", text: "Hop" }),
      el("th", { scope: "col", class: "axis", text: "When" }),
      el("th", { scope: "col", class: "figure", text: "Gap" }),
      el("th", { scope: "col", class: "figure", text: "Took" }),
      el("th", { scope: "col", class: "figure", text: "Steps" }),
      el("th", { scope: "col", text: "What happened" }))),
    el("tbody", {}, shown.map(row => line(row, place))));
}

function line(row, place) {
  const took = row.finish - row.start;
  return el("tr", { class: look(row), "data-key": row.key },
    el("th", { scope: "row", class: "figure", text: row.wait || row.hop === undefined ? "" : number(row.hop) }),
    el("td", { class: "axis" }, el("div", { class: "lane", "aria-hidden": "true" },
      el("div", { class: "span", style: { left: place(row.start), right: `calc(100% - ${place(row.finish)})` } }),
      row.marks.map(mark => el("span", { class: `mark ${mark.kind}`, style: { left: place(mark.at) }, text: SIGNS[mark.kind] })))),
    el("td", { class: "figure", "data-label": "Gap", text: row.gap === undefined ? "" : duration(row.gap) }),
    el("td", { class: "figure", "data-label": "Took", title: clock(row.start), text: duration(took) }),
    el("td", { class: "figure", "data-label": "Steps", text: row.steps === undefined ? "" : number(row.steps) }),
    el("td", { class: "words", text: words(row) }));
}
