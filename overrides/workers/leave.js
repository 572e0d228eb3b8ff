// Takes away what an earlier version of the site kept on a reader's device, and then itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const away = caches.delete(`kept ${new URL(registration.scope).pathname}`).then(() => registration.unregister());
  event.waitUntil(away);
});
