// Keeping the whole site on this device, when the reader asks for it, and taking it away again.
const box = document.querySelector("[data-offline]");

if (box && "serviceWorker" in navigator) {
  const worker = new URL(box.dataset.offline, location);
  const root = new URL(".", worker);
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  const show = (state) => {
    for (const part of box.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
    box.hidden = false;
  };
  const fill = (name, value) => {
    for (const place of box.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = value;
  };
  const bytes = (number) => (number < 1e6 ? `${Math.ceil(number / 1e3)}\u00a0KB` : `${size.format(number / 1e6)}\u00a0MB`);
  const has = async () => (await navigator.serviceWorker.getRegistration(root))?.active?.scriptURL === worker.href;

  const keep = async () => {
    fill("done", "0");
    show("keeping");
    const registration = await navigator.serviceWorker.register(worker);
    const coming = registration.installing ?? registration.waiting ?? registration.active;
    const told = () => {
      if (coming.state === "activated") show("kept");
      if (coming.state === "redundant") show("broken");
    };
    coming.addEventListener("statechange", told);
    told();
  };
  const remove = async () => {
    await (await navigator.serviceWorker.getRegistration(root))?.unregister();
    await caches.delete(`kept ${root.pathname}`);
    show("removed");
  };

  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    fill("done", data.done);
    fill("all", data.all);
  });
  box.querySelector("[data-keep]").addEventListener("click", () => keep().catch(() => show("broken")));
  box.querySelector("[data-remove]").addEventListener("click", remove);

  const begin = async () => {
    const response = await fetch(new URL("offline.json", worker));
    const amount = await response.json();
    fill("download", bytes(amount.download));
    fill("stored", bytes(amount.stored));
    fill("all", amount.files);
  };
  begin()
    .catch(() => {})
    .then(has)
    .then((kept) => show(kept ? "kept" : "offered"));
}
