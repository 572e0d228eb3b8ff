// The language switch keeps the reader's place: whatever anchor the page stands at goes along.
for (const link of document.querySelectorAll("[data-keep-anchor]")) {
  const keep = () => { link.hash = location.hash; };
  addEventListener("hashchange", keep);
  keep();
}
