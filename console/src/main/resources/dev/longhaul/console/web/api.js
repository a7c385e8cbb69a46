// Talks to the server that the page came from. Every call has the token that was in the address.

const KEY = "longhaul-token";

export class Refused extends Error {}

/** Takes the token out of the address, so that it is neither seen nor copied, and keeps it for this server. */
export function takeToken() {
  const given = /^#token=([\w-]+)$/.exec(location.hash);
  if (given) {
    localStorage.setItem(KEY, given[1]);
    history.replaceState(null, "", "#/");
  }
}

async function call(path, options = {}) {
  const headers = { "X-Longhaul-Token": localStorage.getItem(KEY) ?? "", ...options.headers };
  const answer = await fetch(path, { ...options, headers, cache: "no-store" });
  const document = await answer.json();
  if (!answer.ok) throw new Refused(document.error);
  return document;
}

export function get(path, query = {}) {
  return call(`/api/${path}?${new URLSearchParams(query)}`);
}

export function post(path, body) {
  return call(`/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const hrefOf = (job, chain) => `#/${encodeURIComponent(job)}/${encodeURIComponent(chain)}`;

/** The list of the chains that a chain has started. */
export const childrenOf = (job, chain) => `#/${encodeURIComponent(job)}/${encodeURIComponent(chain)}/children`;
