// Part of the first script of the page. It must run in browsers too old for the checker, so it is written for those.
// It decides who has the screen: the checker, or the guide with a sentence that says why.
s117Host.begin(function () {
  "use strict";

  var page = document.documentElement;
  var app = document.getElementById("app");
  var guide = document.getElementById("guide");
  var notice = document.getElementById("notice");
  var modules = "noModule" in HTMLScriptElement.prototype;

  var late = document.getElementById("sentences");
  while (late.firstChild) notice.appendChild(late.firstChild);

  function show(state) {
    page.setAttribute("data-state", state);
    var sentences = notice.querySelectorAll("[data-when]");
    for (var i = 0; i < sentences.length; i++) {
      sentences[i].hidden = sentences[i].getAttribute("data-when") !== state;
    }
    notice.querySelector("[data-when=again]").hidden = !/slow|broken|failed/.test(state);
    var links = notice.querySelectorAll("[data-when=unframed] a");
    for (var j = 0; j < links.length; j++) links[j].href = location.href;
    if (state === "unsupported") offerJavaScript();
    s117First.hide(state !== "starting");
    guide.hidden = state === "started";
    if (state !== "starting" || s117First.isShown()) s117Host.ready();
  }

  // The same checker as JavaScript, where the build made it and this browser could run it, with the same settings.
  function offerJavaScript() {
    var other = document.getElementById("without-wasm");
    if (!other) return;
    other.hidden = !modules;
    var links = other.querySelectorAll("a");
    for (var i = 0; i < links.length; i++) {
      var language = links[i].getAttribute("data-language");
      var list = s117Host.fragment.replace(/^#/, "");
      if (!s117Host.settings.lang && language) list += (list && "&") + "lang=" + language;
      if (list) links[i].href += "#" + list;
      // The frame that holds a page made from text lets it go nowhere.
      if (s117Host.isNested) {
        links[i].target = "_blank";
        links[i].rel = "noopener noreferrer";
      }
    }
  }

  // The guide comes in the place of what somebody was looking at.
  function bringBack(state, seen) {
    show(state);
    if (seen) {
      window.scrollTo(0, 0);
      notice.focus();
    }
  }

  var s117 = (window.s117 = {
    // What the page's own policy has stopped. Always empty, and tests see to it.
    violations: [],
    // Set by the module as soon as it runs.
    began: false,
    // The checker has stopped, or never will start.
    over: false,
    // What the charity has set. The view reads it once.
    settings: s117Host.settings,
    // Tells the host page one of the four things that it may know.
    tell: s117Host.tell,

    // Leaves nothing of what the visitor did on the screen.
    empty: function () {
      s117First.clear();
      app.textContent = "";
    },

    started: function () {
      if (s117.over) return;
      s117First.handOver(app);
      show("started");
    },

    // Called by the panic hook, and below. After this the checker does not come back without a reload:
    // what a broken program shows could be wrong.
    failed: function (why) {
      if (s117.over) return;
      s117.over = true;
      var seen = page.getAttribute("data-state") === "started" || s117First.hasFocus();
      s117.empty();
      bringBack(/^(unsupported|broken|unframed)$/.test(why) ? why : "failed", seen);
    },
  });

  window.addEventListener("securitypolicyviolation", function (event) {
    s117.violations.push(event.effectiveDirective + " " + event.blockedURI);
  });

  // Errors without an error object are the browser's own notices; those from extensions are not ours.
  function ours(error, file) {
    return !!error && !/-extension:/.test(String(file) + " " + String(error.stack));
  }
  window.addEventListener("error", function (event) {
    if (ours(event.error, event.filename)) s117.failed();
  });
  window.addEventListener("unhandledrejection", function (event) {
    if (ours(event.reason, "")) s117.failed();
  });

  // Leave nothing for whoever presses Back. By hand, because the page may be frozen before anything is drawn again.
  window.addEventListener("pagehide", function () {
    s117.over = true;
    s117.empty();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });

  document.getElementById("again").addEventListener("click", function () {
    location.reload();
  });

  if (!modules || (s117Runs === "wasm" && typeof WebAssembly !== "object")) {
    s117.failed("unsupported");
  } else {
    s117First.show(s117.settings);
    show("starting");
  }

  // Modules run before this event. If ours has not, the file was cut short, or something took the script out.
  document.addEventListener("DOMContentLoaded", function () {
    if (!s117.began) s117.failed("broken");
  });

  // Slow, but not over: the checker may still take the screen. Whoever only reads or chooses is left to it.
  var late = false;
  function slow() {
    if (!late || page.getAttribute("data-state") !== "starting") return;
    if (s117First.isWaiting() || !s117First.isShown()) bringBack("slow", s117First.hasFocus());
  }
  setTimeout(function () {
    late = true;
    slow();
  }, 15000);
  document.addEventListener("click", slow);
});
