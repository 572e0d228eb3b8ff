// Put into a page before it loads: when the last thing was typed, and the results once they stand still. READ gives
// the results, each a list of the addresses that it leads to, or null while the page has none to show yet.
const READ = () => { /* results */ };
const STILL = 250; // milliseconds without a change
let typed = 0;
addEventListener("input", () => { typed = performance.now(); }, true);
// {results, milliseconds}: milliseconds from the last letter to the moment when the results stood as they are.
window.searched = () => new Promise((resolve) => {
  let [before, changed] = ["null", performance.now()];
  const look = () => {
    const now = JSON.stringify(READ());
    if (now !== before) [before, changed] = [now, performance.now()];
    if (now !== "null" && typed && performance.now() - changed > STILL) {
      resolve({ results: JSON.parse(now), milliseconds: changed - typed });
    } else {
      setTimeout(look, 4);
    }
  };
  look();
});
