// Narrows the matrix down by subject, by words, to where the systems differ, to chosen systems.
// What is chosen stands in the address (nothing is stored), so that a narrowed matrix can be sent on.
{
  const frame = document.querySelector("[data-matrix]");
  frame.prepend(frame.querySelector("template").content);
  const form = frame.querySelector("form");
  const { group, q, differ } = form.elements;
  const systems = [...form.querySelectorAll("[name=systems]")];
  const shown = form.querySelector("output");
  const bodies = [...frame.querySelectorAll("tbody")];
  // Thai puts spaces between phrases, not words: they say nothing about what is meant
  const even = (words) => words.normalize("NFC").toLowerCase().replace(/[\s\u00a0]+/g, "");
  const rows = bodies.flatMap((body) => [...body.querySelectorAll("tr[id]")].map((row) => ({
    row, group: body.dataset.group, same: "same" in row.dataset,
    words: even([...row.querySelectorAll("th, .short, .difference")].map((cell) => cell.textContent).join("\n")),
  })));

  const narrow = () => {
    const wanted = q.value.split(/\s+/).map(even);
    for (const { row, group: home, same, words } of rows)
      row.hidden = (group.value && home !== group.value) || (differ.checked && same) || !wanted.every((word) => words.includes(word));
    for (const body of bodies) body.hidden = !body.querySelector("tr[id]:not([hidden])");
    const chosen = systems.filter((box) => box.checked);
    for (const box of systems) {
      for (const cell of frame.querySelectorAll(`table [data-system="${box.value}"]`)) cell.hidden = !box.checked;
      box.disabled = box.checked && chosen.length === 1;
    }
    if (systems.length) for (const head of frame.querySelectorAll("[colspan]")) head.colSpan = chosen.length + 2;
    shown.value = shown.dataset.shown.replace("{n}", rows.filter(({ row }) => !row.hidden).length).replace("{all}", rows.length);

    const query = new URLSearchParams();
    if (group.value) query.set("group", group.value);
    if (q.value.trim()) query.set("q", q.value.trim());
    if (differ.checked) query.set("differ", "");
    if (chosen.length < systems.length) query.set("systems", chosen.map((box) => box.value).join(" "));
    history.replaceState(null, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
    for (const link of document.querySelectorAll("[data-keep-anchor]")) link.search = query;
  };

  const widen = () => {
    form.reset();
    narrow();
  };
  const reveal = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (!row?.closest("table") || !row.closest("[hidden]")) return;
    widen();
    row.scrollIntoView();
  };

  const asked = new URLSearchParams(location.search);
  group.value = asked.get("group") ?? "";
  if (group.selectedIndex < 0) group.value = "";
  q.value = asked.get("q") ?? "";
  differ.checked = asked.has("differ");
  const named = (asked.get("systems") ?? "").split(" ");
  if (systems.some((box) => named.includes(box.value))) for (const box of systems) box.checked = named.includes(box.value);

  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", widen);
  addEventListener("hashchange", reveal);
  narrow();
  reveal();
}
