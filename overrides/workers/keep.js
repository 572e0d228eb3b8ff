// The worker of readers who asked to keep the site on their device. FILES (address -> digest of its content) and WORDS
// (language -> what to say over a kept page) stand above this line, written at build. Nobody else gets this script.
//
// The network comes first. Only when it fails, or says nothing for PATIENCE, is the kept copy shown, and then with a
// notice on top that says so. Copies are kept by content: a new version of the site fetches only what has changed.
const KEPT = `kept ${new URL(registration.scope).pathname}`; // other sites may share the host, and so its caches
const DATE_OF_KEEPING = "date-of-keeping";
const PATIENCE = 2500; // milliseconds
const AT_ONCE = 4;
const NAMED_BY_CONTENT = /\.[0-9a-f]{10}\.\w+$/;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keep());
});

addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !address.startsWith(registration.scope)) return;
  const path = address.slice(registration.scope.length).replace(/(^|\/)index\.html$/, "$1");
  if (path in FILES || event.request.mode === "navigate") event.respondWith(answer(event.request, path));
});

const copyOf = (path) => `${registration.scope}${path}?kept=${FILES[path]}`;

async function keep() {
  const cache = await caches.open(KEPT);
  const paths = Object.keys(FILES);
  const left = paths.values();
  let done = 0;
  const carry = async () => {
    for (const path of left) {
      if (!(await cache.match(copyOf(path)))) {
        const response = await fetch(registration.scope + path, { cache: "no-cache" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(copyOf(path), response);
      }
      tell({ done: ++done, all: paths.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  await cache.put(DATE_OF_KEEPING, new Response(new Date().toISOString()));
}

async function tell(progress) {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(progress);
}

async function forgetOthers() {
  const cache = await caches.open(KEPT);
  const wanted = new Set([...Object.keys(FILES).map(copyOf), new URL(DATE_OF_KEEPING, location).href]);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function answer(request, path) {
  const cache = await caches.open(KEPT);
  const kept = path in FILES ? await cache.match(copyOf(path)) : undefined;
  if (kept && NAMED_BY_CONTENT.test(path)) return kept;
  const network = fetch(request, { cache: "no-cache" }); // what the browser remembers by itself would bear no notice
  try {
    const late = new Promise((resolve, reject) => setTimeout(reject, PATIENCE));
    const response = await (kept ? Promise.race([network, late]) : network);
    if (response.status < 500 || !kept) return response;
  } catch {
    network.catch(() => {}); // whatever comes of it now comes too late
  }
  if (request.mode !== "navigate") return kept ?? Response.error();
  if (kept) return noticed(kept, "notice");
  const missing = await cache.match(copyOf("404.html"));
  return missing ? noticed(missing, "not_kept") : Response.error();
}

// The kept page with the notice on top, in the page's language (the page for missing addresses: in every language).
async function noticed(kept, key) {
  const page = await kept.text();
  const stored = await (await caches.open(KEPT)).match(DATE_OF_KEEPING);
  const day = new Date(stored ? await stored.text() : Date.now());
  const own = page.match(/<html lang="?(\w+)/)[1];
  const spoken = key === "notice" ? [own] : Object.keys(WORDS);
  const lines = spoken.map((language) => {
    const date = new Intl.DateTimeFormat(WORDS[language].dates, { dateStyle: "long" }).format(day);
    return `<p lang="${language}">${WORDS[language][key].replace("{date}", date)}</p>`;
  });
  const notice = `<div class="kept-notice" role="status">${lines.join("")}</div>`;
  return new Response(page.replace("<main", `${notice}<main`), {
    status: key === "notice" ? 200 : 404,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}
