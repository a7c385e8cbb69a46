// How the chain's steps came, over time: drawn by uPlot.

import uPlot from "/uplot.js";
import { el } from "./dom.js";
import { clock, number } from "./format.js";

const HEIGHT = 130;

export class Chart {
  constructor() {
    this.element = el("div", { class: "chart", role: "img" });
    new ResizeObserver(() => this.plot?.setSize({ width: this.element.clientWidth, height: HEIGHT })).observe(this.element);
  }

  /** Points: {at, steps}, in order. */
  draw(points) {
    this.element.hidden = points.length < 2;
    if (this.element.hidden) return;
    const last = points.at(-1);
    this.element.setAttribute("aria-label", `Steps over time: ${number(last.steps)} by ${clock(last.at)}`);
    const data = [points.map(point => point.at / 1000), points.map(point => point.steps)];
    const ink = getComputedStyle(this.element).color;
    if (this.plot && ink === this.ink) {
      this.plot.setData(data);
      return;
    }
    // For the first time, or since it has become dark or light.
    this.plot?.destroy();
    this.ink = ink;
    this.plot = new uPlot(options(this.element), data, this.element);
  }
}

function options(element) {
  const { color, outlineColor, borderTopColor, font } = getComputedStyle(element);
  const axis = { stroke: color, font: `12px ${font.split("px").at(-1).replace(/^[^ ]* /, "")}`,
    grid: { stroke: borderTopColor, width: 1 }, ticks: { show: false } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { ...axis, values: (plot, seconds) => seconds.map(each => clock(each * 1000)), space: 90, size: 30 },
      { ...axis, values: (plot, steps) => steps.map(number), size: 62 },
    ],
    series: [{}, { stroke: outlineColor, width: 2, points: { show: false } }],
  };
}

/** Lines that say how many steps the chain has committed; the one of a hop's figures says its own alone. */
const SAID = /^\{"longhaul":"(?:claimed|checkpoint|handed off|waiting|completed|failed|stopped)".*?"steps":(\d+)/;

/** When how many steps were committed: what the hops have said, or else the record's short history. */
export function points(record, moments) {
  const said = moments.filter(moment => moment.what === "told").flatMap(moment => {
    const steps = SAID.exec(moment.text);
    return steps ? [{ at: Date.parse(moment.at), steps: Number(steps[1]) }] : [];
  });
  return said.length > 1 ? said : remembered(record);
}

function remembered(record) {
  const hops = record?.hops ?? [];
  let steps = (record?.steps ?? 0) - hops.reduce((sum, hop) => sum + hop.steps, 0);
  return hops.flatMap(hop => {
    const before = { at: Date.parse(hop.startedAt), steps };
    steps += hop.steps;
    return [before, { at: Date.parse(hop.endedAt), steps }];
  });
}
