// Part of both modules that start the checker.

/** Calls back once the checker has drawn something. */
function whenDrawn(then) {
  const app = document.getElementById("app");
  if (app.firstElementChild) return then();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    then();
  }).observe(app, { childList: true });
}
