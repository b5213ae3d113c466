// The page and its host: puts the charity's settings to use, tells a host page the four things it may know, keeps the
// page away from a host that gave it no sandbox, and leaves quickly when asked to. Written for old browsers.
var s117Host = (function () {
  "use strict";

  // The languages that this build speaks, and what the page says of itself in them.
  var LANGUAGES = { en: "en-GB", cy: "cy" };
  // Where a quick exit goes when the charity names no address of its own.
  var NEUTRAL = "https://www.bbc.co.uk/weather";
  // What a frame of ours may do: all that the checker needs, and not the origin of its host.
  var SANDBOX =
    "allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";

  var page = document.documentElement;
  var framed = window.parent !== window;
  // An address has no fragment in a frame made from text, so the page that made it wrote the settings here.
  var handed = page.getAttribute("data-handed");
  // A page that shares its host's origin could be read by everything that runs there.
  var open = framed && handed === null && typeof origin === "string" && origin !== "null";

  var read = s117Settings.read(handed === null ? location.hash : handed);
  var settings = Object.freeze(read.settings);
  var left = false;

  // Settings.

  function speak(language) {
    if (LANGUAGES[language]) page.lang = LANGUAGES[language];
  }

  function apply() {
    if (read.problems.length && window.console) {
      console.warn("Section 117 checker: " + read.problems.join("; "));
    }
    speak(settings.lang);
    if (/light|dark/.test(settings.scheme)) page.setAttribute("data-scheme", settings.scheme);
    if (settings.radius !== undefined) page.style.setProperty("--radius", settings.radius / 16 + "rem");
    if (settings.font) {
      var usual = getComputedStyle(page).getPropertyValue("--font");
      page.style.setProperty("--font", '"' + settings.font + '", ' + (usual || "sans-serif"));
    }
    if (settings.accent) {
      var shades = s117Settings.accent(settings.accent);
      page.style.setProperty("--accent", settings.accent);
      for (var name in shades.light.colours) {
        page.style.setProperty(
          "--" + name,
          "var(--light, " + shades.light.colours[name] + ") var(--dark, " + shades.dark.colours[name] + ")"
        );
      }
    }
  }

  // The charity's helpline, in the guide. In the checker itself the view draws it.
  function help() {
    if (!settings.helpName && !settings.helpPhone && !settings.helpUrl) return;
    var helpline = document.getElementById("helpline");
    var line = function (text, address) {
      var item = document.createElement("p");
      var words = item;
      if (address) {
        words = item.appendChild(document.createElement("a"));
        words.href = address;
        if (/^https:/i.test(address)) {
          words.target = "_blank";
          words.rel = "noopener noreferrer";
        }
      }
      words.appendChild(document.createTextNode(text));
      helpline.appendChild(item);
    };
    if (settings.helpName) line(settings.helpName);
    if (settings.helpPhone) line(settings.helpPhone, "tel:" + settings.helpPhone.replace(/[^\d+]/g, ""));
    if (settings.helpUrl) line(settings.helpUrl.replace(/^(https:\/\/|mailto:|tel:)/i, ""), settings.helpUrl);
    helpline.hidden = false;
    // Before the guide of either language: directly after what the page says of itself.
    var notice = document.getElementById("notice");
    notice.parentNode.insertBefore(helpline, notice.nextSibling);
  }

  // Messages. Four, and none says what is on the screen.

  function tell(what, height) {
    if (!framed || (left && what !== "exit")) return;
    var message = { "s117-checker": what };
    if (height) message.height = height;
    parent.postMessage(message, "*");
  }

  // Widths, and the heights in which most questions fit down to their button; what is longer scrolls inside. From
  // width, language and text size alone, so that it is the same whatever is on the screen. In ems of text.
  var ROOM = [[22, 84], [30, 76], [40, 74], [48, 68], [Infinity, 65]];
  // A quick exit must stay on the screen of a phone, and it cannot if the frame is taller.
  var EXIT_ROOM = 36;

  function height() {
    var text = parseFloat(getComputedStyle(page).fontSize) || 16;
    // The whole width: what is left beside a scroll bar would tell how long the screen is.
    var wide = window.innerWidth / text;
    if (!wide) return 0;
    for (var i = 0; wide >= ROOM[i][0]; i++);
    // Welsh takes a little more room.
    return Math.round((settings.exit ? EXIT_ROOM : ROOM[i][1] * (/^cy/.test(page.lang) ? 1.08 : 1)) * text);
  }

  var told = 0;
  function tellHeight() {
    var now = height();
    if (now && now !== told) tell("height", (told = now));
    tellReady();
  }

  function watchHeight() {
    tellHeight();
    window.addEventListener("resize", tellHeight);
    window.addEventListener("load", tellReady);
    // Nothing says that the text has grown, but it changes the size of the page.
    if (typeof ResizeObserver === "function") new ResizeObserver(tellHeight).observe(page);
  }

  // Somebody who can help is on the screen: the checker, or the guide.
  var isReady = false;
  var toldReady = false;
  function ready() {
    isReady = true;
    tellReady();
  }

  // After the height, which is not known before the frame is laid out. A host that keeps the frame out of sight hears it
  // when all has arrived.
  function tellReady() {
    if (!isReady || toldReady || (!told && document.readyState !== "complete")) return;
    toldReady = true;
    tell("ready");
  }

  // A frame of our own, where the host gave us no sandbox.

  function nest(otherwise) {
    var inner = document.createElement("iframe");
    var heard = false;
    window.addEventListener("message", function (event) {
      if (event.source !== inner.contentWindow || !inner.contentWindow || !event.data) return;
      var what = event.data["s117-checker"];
      var tall = event.data.height;
      heard = heard || what === "height";
      if (what === "height" && typeof tall === "number" && tall > 0 && tall < 10000 && tall % 1 === 0) tell(what, tall);
      if (what === "ready" || what === "top" || what === "exit") tell(what);
      if (what === "exit") goFromTop();
    });
    window.addEventListener("pageshow", function (event) {
      if (event.persisted) location.reload();
    });
    document.addEventListener("DOMContentLoaded", function () {
      // The page as it came: nothing has run in it yet, and its scripts stay those that its policy names.
      page.setAttribute("data-handed", location.hash);
      var text = "<!doctype html>" + page.outerHTML;
      page.removeAttribute("data-handed");
      inner.id = "nested";
      inner.title = document.title;
      inner.setAttribute("sandbox", SANDBOX + (settings.exit ? " allow-top-navigation-by-user-activation" : ""));
      inner.setAttribute("allow", "clipboard-write");
      inner.setAttribute("referrerpolicy", "no-referrer");
      inner.setAttribute("srcdoc", text);
      page.setAttribute("data-state", "nested");
      document.body.insertBefore(inner, document.body.firstChild);
      // It speaks before it starts the checker. If it has not, it was blocked.
      setTimeout(function () {
        if (heard) return;
        document.body.removeChild(inner);
        otherwise();
      }, 5000);
    });
  }

  // Quick exit.

  function away() {
    return settings.exit === "on" ? NEUTRAL : settings.exit;
  }

  function goFromTop() {
    try {
      window.top.location.replace(away());
    } catch (error) {
      // Not allowed. The host was told, and may do it.
    }
  }

  function leave() {
    if (left || !settings.exit) return;
    left = true;
    // The screen is blank before anything else happens, and the case is gone before anyone can come back to it.
    page.setAttribute("data-state", "left");
    window.s117.over = true;
    tell("exit");
    if (window.s117.clear) window.s117.clear();
    setTimeout(function () {
      window.s117.empty();
    }, 0);
    goFromTop();
    setTimeout(function () {
      var gone = document.getElementById("gone");
      gone.hidden = false;
      gone.focus();
    }, 300);
  }

  function offerExit() {
    if (!settings.exit) return;
    document.getElementById("exit").hidden = false;
    page.setAttribute("data-exit", "");
    document.getElementById("leave").addEventListener("click", leave);
    var times = [];
    document.addEventListener("keydown", function (event) {
      if (event.repeat || (event.key !== "Escape" && event.key !== "Esc")) return;
      times = times.slice(-2).concat(Date.now());
      if (times.length === 3 && times[2] - times[0] < 2000) leave();
    });
  }

  return {
    settings: settings,
    // The settings as they were given.
    fragment: handed === null ? location.hash : handed,
    // In a frame of our own, made from text.
    isNested: handed !== null,
    tell: tell,
    speak: speak,
    ready: ready,
    // Begins, or hands the page to a frame of its own and begins only if that does not work.
    begin: function (watch) {
      var here = function () {
        apply();
        help();
        offerExit();
        watchHeight();
        watch();
      };
      if (!open) return here();
      window.s117 = { nests: true, violations: [] };
      nest(function () {
        here();
        window.s117.failed("unframed");
      });
    },
  };
})();
