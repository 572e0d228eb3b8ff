// Searches beside the page, so that typing never waits. In: {index, charset, listed} once, then {id, query, all, from}.
// Out: {id, count, results, near, whole} or {id, failed: true}, when an index could not be fetched.
import { excerpt, marked } from "./excerpt.js";
import { Index } from "./index.js";
import { search } from "./query.js";

const AT_ONCE = 10;
const PAUSES = [400, 1500]; // milliseconds before the second and the third try
let place = null;
let small = null;
let index = null;

async function fetched(address) {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      return JSON.parse(new TextDecoder(place.charset).decode(await answer.arrayBuffer()));
    } catch (error) {
      if (tries >= PAUSES.length) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSES[tries]));
    }
  }
}

// The index, fetched when it is first needed; one fetch at a time, and after a failure a new one.
let waiting = Promise.resolve();
function ready(whole) {
  waiting = waiting.catch(() => {}).then(async () => {
    if (!index) {
      small = await fetched(place.index);
      index = new Index(place.listed, small);
    }
    if (whole && !index.whole) index = new Index(place.listed, small, await fetched(new URL(small.all, place.index)));
  });
  return waiting;
}

function shown({ number, others }, asked) {
  const entry = index.entries[number];
  const words = [entry.text, entry.rest].filter(Boolean).join(" ");
  return {
    address: entry.address,
    title: marked(entry.title, asked),
    where: entry.where,
    excerpt: excerpt(words, asked),
    others: others.map((other) => ({ address: index.entries[other].address, where: index.entries[other].where })),
  };
}

self.onmessage = async ({ data }) => {
  if (data.index) {
    place = data;
    ready(false).catch(() => {}); // whoever asks is told, and tries again
    return;
  }
  const { id, query, all } = data;
  const from = data.from || 0;
  try {
    await ready(false);
    let found = search(index, query);
    let partly = false;
    if (all || !found.enough) {
      try {
        await ready(true);
        found = search(index, query);
      } catch (error) {
        if (!found.results.length || all) throw error;
        partly = true; // what the small index found is better than nothing
      }
    }
    const results = found.results.slice(from, from + AT_ONCE).map((result) => shown(result, found));
    const near = found.near.map((number) => shown({ number, others: [] }, { terms: [], names: [] }));
    self.postMessage({ id, from, count: found.results.length, results, near, whole: index.whole, partly });
  } catch (error) {
    self.postMessage({ id, failed: true });
  }
};
