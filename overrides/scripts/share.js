// A button beside every link to LINE that copies the same address. Without a clipboard there is no button.
if (navigator.clipboard) {
  const { copy, copied } = document.querySelector("[data-copy]").dataset;
  const told = document.body.appendChild(document.createElement("output"));
  told.className = "vh";
  for (const place of document.querySelectorAll(".share")) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: copy });
    button.addEventListener("click", async () => {
      const address = new URL(place.querySelector("[href*='?url=']").href).searchParams.get("url");
      const [label, news] = await navigator.clipboard.writeText(address).then(() => [copied, copied], () => [address, ""]);
      button.textContent = label;
      told.value = news;
      if (news) setTimeout(() => { button.textContent = copy; told.value = ""; }, 4000);
    });
    place.append(" ", button);
  }
}
