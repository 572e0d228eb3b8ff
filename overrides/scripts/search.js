// The search page: takes what is typed to the worker and shows what it finds. Without this script the page is a list.
const place = document.querySelector("[data-search]");
const form = document.querySelector("main form.search");
const input = form.elements.q;
const said = place.dataset;
const part = (name) => place.querySelector(name);
const list = part("ol");
const PAUSE = 120; // milliseconds after a key
const ASKS = /[\p{L}\p{N}]/u; // what holds no letter and no number asks nothing
const absolute = (address) => new URL(address, location.href).href;
const root = absolute(said.root);
let worker = null;
let asked = { id: 0, query: "", all: false };
let timer = 0;
let slow = 0;

// The worker, which begins to fetch its index at once.
function begin() {
  if (worker) return;
  worker = new Worker(absolute(said.worker));
  worker.onmessage = ({ data }) => show(data);
  worker.onerror = () => {
    worker.terminate();
    worker = null;
    failed();
  };
  worker.postMessage({ index: absolute(said.index), charset: said.charset, listed: listed() });
}

function ask(change) {
  asked = { ...asked, from: 0, ...change, id: asked.id + 1 };
  clearTimeout(slow);
  if (!ASKS.test(asked.query)) return rest();
  begin();
  slow = setTimeout(() => { place.hidden = false; tell(said.waiting); }, 300);
  worker.postMessage(asked);
}

// What the page lists from the first letter to the last: per line the title and the addresses it leads to.
function listed() {
  return Array.from(document.querySelectorAll(".letters li"), (line) => {
    const links = [...line.querySelectorAll("a")];
    return [links[0].textContent, ...links.map((link) => link.href.slice(root.length))];
  });
}

function rest() {
  place.hidden = true;
  list.replaceChildren();
}

const tell = (words) => { part("[role=status]").textContent = words; };

function show(data) {
  if (data.id !== asked.id) return; // an answer to what has been typed over since
  clearTimeout(slow);
  if (data.failed) return failed();
  const { count, results, near, from } = data;
  if (!from) list.replaceChildren();
  const added = results.map(line);
  list.append(...added);
  if (from) added[0]?.querySelector("a").focus();
  const words = count === 1 ? said.one : said.other;
  tell(count ? words.replace("{n}", count) : said.nothing.replace("{q}", () => asked.query.trim().slice(0, 80)));
  if (data.partly) tell(`${part("[role=status]").textContent} ${said.partly}`);
  part(".nothing").hidden = count > 0;
  part(".near-title").hidden = !near.length;
  part(".near").replaceChildren(...near.map((term) => wrapped("li", linked(term.address, term.title))));
  part(".more").hidden = from + results.length >= count;
  part(".again").hidden = !data.partly;
  part(".whole").hidden = data.whole;
  place.hidden = false;
}

function failed() {
  clearTimeout(slow);
  list.replaceChildren();
  for (const name of [".nothing", ".more", ".whole"]) part(name).hidden = true;
  tell(said.failed);
  part(".again").hidden = false;
  place.hidden = false;
}

function line(result) {
  const item = wrapped("li", linked(result.address, result.title));
  item.append(wrapped("p", result.where, "where"));
  if (result.excerpt.length) item.append(parted(document.createElement("p"), result.excerpt));
  if (result.others.length) {
    const others = wrapped("p", `${said.also} `, "where");
    result.others.forEach((other, number) => {
      if (number) others.append(" · ");
      others.append(linked(other.address, [[other.where, false]]));
    });
    item.append(others);
  }
  return item;
}

function linked(address, parts) {
  const link = parted(document.createElement("a"), parts);
  link.href = root + address;
  return link;
}

function parted(element, parts) {
  for (const [words, marked] of parts) element.append(marked ? wrapped("mark", words) : words);
  return element;
}

function wrapped(name, content, kind) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(content);
  return element;
}

// The address says what is asked, so that it can be sent on and found again with the back button. The first key of
// another question begins another entry of the history, the keys after it change that entry.
let done = true; // what the address says was asked to its end
function keep() {
  const query = input.value.trim();
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) {
    history[done && location.search ? "pushState" : "replaceState"](null, "", address);
    done = false;
  }
  for (const link of document.querySelectorAll(".other-language, [data-keep-anchor]")) link.search = address.search;
}

function take() {
  clearTimeout(timer);
  keep();
  ask({ query: input.value.slice(0, 1000), all: false });
}

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q") || "";
  take();
  done = true;
}

input.addEventListener("input", () => {
  if (ASKS.test(input.value)) begin();
  clearTimeout(timer);
  timer = setTimeout(take, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  take();
  done = true;
});
addEventListener("popstate", fromAddress);
addEventListener("online", () => { if (!part(".again").hidden) ask({}); });
part(".again").addEventListener("click", () => ask({}));
part(".more").addEventListener("click", () => ask({ from: list.children.length }));
part(".whole").addEventListener("click", () => ask({ all: true }));
// Up and down go from result to result, and from the first back to the box.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("li > a")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
});
input.required = false;
fromAddress();
