// What the list and the page of a chain have in common.

import { post } from "./api.js";
import { el } from "./dom.js";
import { count, number, percent, duration } from "./format.js";

/** A status is told by a sign and a word, and by colour only besides. */
const SIGNS = { RUNNING: "▶", HANDED_OFF: "⇢", WAITING: "◷", COMPLETED: "✓", FAILED: "✗", STOPPED: "■" };

export function status(chain, now, waitsUntil) {
  const left = chain.status === "WAITING" && waitsUntil ? Date.parse(waitsUntil) - now : 0;
  const stopping = chain.stopRequested && !ended(chain) ? ", stopping" : "";
  return el("span", { class: `status ${chain.status}` },
    el("span", { "aria-hidden": "true", text: (SIGNS[chain.status] ?? "·") + " " }),
    chain.status.replace("_", " ") + stopping + (left > 0 ? ` for ${duration(left)}` : ""));
}

export const ended = chain => ["COMPLETED", "FAILED", "STOPPED"].includes(chain.status);

export function progress(chain) {
  const how = chain.progress;
  if (!how) return el("span", { class: "quiet", text: count(chain.steps, "step") });
  if (!how.total) return el("span", { text: `${number(how.done)} done` });
  return el("span", { class: "progress" },
    el("progress", { max: how.total, value: Math.min(how.done, how.total), "aria-label": "progress" }),
    el("span", { class: "figure", text: `${percent(how)} %` }),
    el("span", { class: "quiet figure", text: `${number(how.done)} of ${number(how.total)}` }));
}

/** A passing word at the page's edge, which screen readers read. */
export function notice(text, isError = false) {
  const line = el("p", { class: isError ? "error" : "", text });
  document.getElementById("notices").append(line);
  setTimeout(() => line.remove(), isError ? 12000 : 5000);
}

/** Does what a button is for, and says how it went. */
export async function act(path, body, done) {
  try {
    await post(path, body);
    notice(done);
    return true;
  } catch (failure) {
    notice(failure.message, true);
    return false;
  }
}

export function button(text, title, listener, properties = {}) {
  return el("button", { type: "button", title, on: { click: listener }, "data-key": text, ...properties }, text);
}

/** Asks for some values in a dialog. Fields: {name, label, value, lines, required, choices}. */
export function ask(title, fields, does, send) {
  const inputs = fields.map(field => {
    const properties = { id: `field-${field.name}`, name: field.name, required: field.required, spellcheck: "false" };
    if (field.choices) return el("select", properties, field.choices.map(each => el("option", { text: each })));
    const input = el(field.lines ? "textarea" : "input", field.lines ? { ...properties, rows: field.lines } : properties);
    input.value = field.value ?? "";
    return input;
  });
  const form = el("form", { method: "dialog", on: { submit: async event => {
    event.preventDefault();
    if (await send(Object.fromEntries(inputs.map(input => [input.name, input.value])))) dialog.close();
  } } },
  el("h2", { text: title }),
  inputs.map((input, index) => el("label", { for: input.id }, fields[index].label, input)),
  el("p", { class: "buttons" },
    el("button", { class: "first", type: "submit", text: does }),
    el("button", { type: "button", text: "Cancel", on: { click: () => dialog.close() } })));
  const dialog = el("dialog", { "aria-label": title, on: { close: () => dialog.remove() } }, form);
  document.body.append(dialog);
  dialog.showModal();
}
