// A chain's log, as it comes.

import { el } from "./dom.js";
import { clock } from "./format.js";

const SHOWN = 2000;
/** Fewer pixels than this from its end: the reader follows. */
const FOLLOWS = 40;

export class Log {
  constructor() {
    this.last = 0;
    this.element = el("pre", { class: "log", tabindex: "0", "aria-label": "Log" });
  }

  print(lines) {
    if (lines.length === 0) return;
    const { element } = this;
    const follows = element.scrollHeight - element.scrollTop - element.clientHeight < FOLLOWS;
    this.last = lines.at(-1).sequence;
    element.append(...lines.map(line));
    while (element.childNodes.length > SHOWN) element.firstChild.remove();
    if (follows) element.scrollTop = element.scrollHeight;
  }
}

function line({ at, text }) {
  const told = fields(text);
  return el("span", { class: told || isFrame(text) ? "told" : "" },
    el("time", { text: `${clock(Date.parse(at))} ` }), `${(told ? words(told) : text).trimEnd()}\n`);
}

/** Those that Lambda puts around an invocation. */
const isFrame = text => /^(START|END|REPORT) RequestId: /.test(text);

/** The fields of a line that the runtime printed; null for any other. */
function fields(text) {
  if (!text.startsWith("{\"longhaul\":")) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Cut, since it was too long.
    return null;
  }
}

/** hop 3  claimed  epoch 4, steps 1234 */
function words({ longhaul, hop, job, chain, at, stack, _aws, ...others }) {
  const rest = Object.entries(others).map(([name, value]) => `${name} ${value}`).join(", ");
  return `${hop === undefined ? "" : `hop ${hop}  `}${longhaul}  ${rest}`;
}
