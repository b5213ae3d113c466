// The preview: the checker in its real frame, on the colour of the host's page. And what the frame tells about this browser.
const s117View = (() => {
  "use strict";

  const host = document.getElementById("view-host");
  const stage = document.getElementById("view-frame");
  const blocked = document.getElementById("view-blocked");
  const checks = document.getElementById("checks");
  // In CSS pixels: a phone, and the narrowest page that has the wide layout.
  const WIDTHS = { phone: 375, page: 960 };

  let width = "phone";
  let high = 960;
  let shown = null;
  let coming = null;
  let giveUp = 0;
  let violated = false;

  document.addEventListener("securitypolicyviolation", (event) => {
    if (!/^frame-src|^child-src/.test(event.effectiveDirective)) return;
    violated = true;
    say({ "policy-no": true, "policy-yes": false });
  });

  function say(which) {
    for (const [name, is] of Object.entries(which)) checks.querySelector(`[data-check=${name}]`).hidden = !is;
  }

  function fit() {
    const wide = WIDTHS[width];
    const room = stage.parentElement.clientWidth - 2 * parseFloat(getComputedStyle(host).paddingInlineStart);
    const scale = Math.min(1, room / wide) || 1;
    stage.style.setProperty("width", `${wide * scale}px`);
    stage.style.setProperty("height", `${high * scale}px`);
    for (const frame of stage.children) {
      frame.style.setProperty("width", `${wide}px`);
      frame.style.setProperty("height", `${high}px`);
      frame.style.setProperty("transform", scale < 1 ? `scale(${scale})` : "none");
    }
  }

  // A new frame takes the place of the old one when it is ready, so that nothing flickers while somebody types. A
  // frame that is only sent to another fragment would not read it, and would leave an entry in the history.
  function show(fragment, height) {
    high = height;
    if (coming) coming.remove();
    clearTimeout(giveUp);
    coming = document.createElement("iframe");
    coming.className = "coming";
    coming.title = host.dataset.title;
    coming.setAttribute("sandbox", s117Blocks.SANDBOX);
    coming.setAttribute("allow", "clipboard-write");
    coming.setAttribute("referrerpolicy", "no-referrer");
    coming.src = `index.html${fragment}`;
    stage.append(coming);
    fit();
    giveUp = setTimeout(() => {
      say({ "frame-wait": false, "frame-no": true, "frame-yes": false });
      blocked.hidden = false;
      swap();
    }, 12000);
  }

  function swap() {
    clearTimeout(giveUp);
    if (!coming) return;
    if (shown) shown.remove();
    shown = coming;
    coming = null;
    shown.className = "";
  }

  addEventListener("message", (event) => {
    const from = [coming, shown].find((frame) => frame && frame.contentWindow === event.source);
    if (!from || !event.data || event.data["s117-checker"] !== "ready") return;
    blocked.hidden = true;
    say({
      "frame-wait": false,
      "frame-no": false,
      "frame-yes": true,
      "sealed-yes": event.origin === "null",
      "sealed-no": event.origin !== "null",
      "policy-yes": !violated,
    });
    if (from === coming) swap();
  });

  function check() {
    const wasm = typeof WebAssembly === "object";
    say({
      none: false,
      "wasm-yes": wasm,
      "wasm-no": !wasm,
      "frame-wait": true,
    });
  }

  check();
  new ResizeObserver(fit).observe(host);

  return {
    show,
    // `phone` or `page`.
    size(name) {
      width = name;
      fit();
    },
    ground(colour) {
      host.style.setProperty("background-color", colour);
    },
  };
})();
