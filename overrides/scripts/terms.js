// A term of the glossary shows its meaning on hover and focus; on a touch screen the first tap shows it, the second
// follows the link. The meanings are fetched once, when the first one is asked for. Escape puts a meaning away.
const file = new URL(`meanings.${document.documentElement.lang}.json`, document.currentScript.src);
let meanings = null;
let touched = null;

const termOf = (event) => event.target.closest?.(".term");

async function explain(event) {
  const term = termOf(event);
  if (!term || term.dataset.meaning) return;
  meanings ??= fetch(file).then((answer) => answer.json()).catch(() => (meanings = null));
  const found = (await meanings)?.[term.hash.slice(1)];
  if (found) term.dataset.meaning = found;
}

for (const asking of ["pointerover", "focusin"]) document.addEventListener(asking, explain);
for (const leaving of ["pointerout", "focusout"]) {
  document.addEventListener(leaving, (event) => termOf(event)?.classList.remove("quiet-now"));
}
document.addEventListener("pointerdown", (event) => {
  const term = termOf(event);
  touched = event.pointerType === "touch" && term && term !== document.activeElement ? term : null;
});
document.addEventListener("click", (event) => {
  if (touched && termOf(event) === touched) {
    event.preventDefault();
    touched.focus();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:is(:hover, :focus)")) term.classList.add("quiet-now");
});
