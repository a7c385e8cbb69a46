// Numbers, times and money as people read them.

export const number = value => Number(value).toLocaleString("en-US");

export const count = (value, unit) => `${number(value)} ${unit}${value === 1 ? "" : "s"}`;

export function dollars(usd) {
  if (usd === undefined || usd === null) return "–";
  if (usd === 0) return "$0";
  if (usd >= 1) return "$" + usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return "$" + usd.toFixed(usd < 0.0001 ? 7 : 4);
}

/** The two largest units: 2 h 05 min, 41 s, 13.5 s, 23 ms. */
export function duration(millis) {
  const whole = Math.max(0, Math.round(millis));
  if (whole < 1000) return `${whole} ms`;
  const seconds = Math.floor(whole / 1000);
  if (seconds < 60) return `${whole % 1000 === 0 ? seconds : (whole / 1000).toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${pad(minutes % 60)} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const pad = value => String(value).padStart(2, "0");

export function clock(millis) {
  const at = new Date(millis);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
}

export const moment = millis => new Date(millis).toISOString().replace("T", " ").replace(/\.\d+Z/, "Z");

export const percent = progress =>
  progress.total > 0 ? Math.min(100, Math.floor(100 * progress.done / progress.total)) : 0;

/** JSON on several lines; the text as it is where it is none. */
export function pretty(value) {
  return JSON.stringify(value, null, 2);
}
