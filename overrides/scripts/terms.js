// A term's meaning on a touch screen: the first tap shows it, the second follows the link. Escape puts it away.
let touched = null;
document.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "touch") {
    const term = event.target.closest?.(".term");
    touched = term && term !== document.activeElement ? term : null;
  }
});
document.addEventListener("click", (event) => {
  const term = event.target.closest?.(".term");
  if (term && term === touched) {
    event.preventDefault();
    term.focus();
    touched = null;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll(".term:is(:hover, :focus)").forEach((term) => term.classList.add("quiet-now"));
});
for (const leaving of ["focusout", "pointerout"]) {
  document.addEventListener(leaving, (event) => event.target.classList?.remove("quiet-now"));
}
