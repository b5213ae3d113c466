// Defines <s117-checker>: the same frame as the plain <iframe>, with a height that fits, settings, and help while it is
// not there. It reads nothing in the frame, stores nothing, asks for nothing but the frame, and tells the page nothing.
(function () {
  "use strict";

  // The first script wins, where there are two.
  if (!window.customElements || customElements.get("s117-checker")) return;

  // By language; the build puts them in from content/*/embed.txt.
  const words = {};

  // Short ones first: what no longer fits is left out.
  const SETTINGS = [
    "lang",
    "nation",
    "journey",
    "words",
    "accent",
    "font",
    "radius",
    "scheme",
    "help-name",
    "help-phone",
    "help-url",
    "exit",
  ];
  const LONGEST_VALUE = 500;
  const LONGEST_LIST = 3900;
  const LONGEST_ADDRESS = 2000;

  const SANDBOX =
    "allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
  const HTTPS = /^https:\/\/[^\s\/?#@\\"'<>`{|}^]+([\/?#][^\s\\"'<>`{|}^]*)?$/i;
  const NEUTRAL = "https://www.bbc.co.uk/weather";

  // Milliseconds, from when the frame may load.
  const PATIENCE = 8000;
  // CSS pixels.
  const FIRST_HEIGHT = 800;
  const LEAST_HEIGHT = 200;
  const MOST_HEIGHT = 5000;
  // How often the frame may grow for one width of the window.
  const GROWTHS = 10;

  // Marks what this script has added or hidden, so that a copy of the element can be put right.
  const OWN = "data-s117-own";
  const HIDDEN = "data-s117-hidden";

  const script = document.currentScript;
  const beside = script && script.src ? addressOf("index.html", script.src) : null;
  const shown = new Set();

  function addressOf(value, base) {
    try {
      return new URL(value, base);
    } catch (error) {
      return null;
    }
  }

  // No style sheet of the page has a say in these.
  function style(element, rules) {
    for (const name of Object.keys(rules)) element.style.setProperty(name, rules[name], "important");
  }

  class Checker extends HTMLElement {
    static get observedAttributes() {
      return SETTINGS.concat("src");
    }

    connectedCallback() {
      // A copy of an element brings the frame of its original along.
      for (const child of Array.from(this.children)) if (child.hasAttribute(OWN)) child.remove();
      this.hideOthers(false);
      this.begin();
      shown.add(this);
    }

    disconnectedCallback() {
      shown.delete(this);
      this.end();
    }

    // With moveBefore() a frame goes on where it was. Moved in any other way, browsers load it afresh.
    connectedMoveCallback() {}

    attributeChangedCallback() {
      if (!shown.has(this) || this.changing) return;
      // Several are often set at once.
      this.changing = Promise.resolve().then(() => {
        this.changing = null;
        if (!shown.has(this) || this.address() === this.began) return;
        console.info("s117-checker: a setting has changed, so the checker begins again");
        this.end();
        this.hideOthers(false);
        this.begin();
      });
    }

    // Where the checker is, with the settings; empty if nowhere safe.
    address() {
      let page = beside;
      const src = (this.getAttribute("src") || "").trim();
      if (src) {
        page = src.length <= LONGEST_ADDRESS ? addressOf(src, document.baseURI) : null;
        const same = page && page.protocol === location.protocol && page.host === location.host;
        if (page && page.protocol !== "https:" && !(same && /^(http|file):$/.test(page.protocol))) page = null;
      }
      if (!page) return "";
      let list = "";
      for (const name of SETTINGS) {
        let value = name === "exit" ? this.exit() : this.getAttribute(name);
        if (!value || value.length > LONGEST_VALUE) continue;
        try {
          value = "&" + name + "=" + encodeURIComponent(value);
        } catch (error) {
          // Half a character.
          continue;
        }
        if (list.length + value.length <= LONGEST_LIST) list += value;
      }
      return page.href.replace(/#.*/, "") + (list && "#" + list.slice(1));
    }

    // Written without a value, it is on.
    exit() {
      return this.hasAttribute("exit") ? this.getAttribute("exit").trim() || "on" : "";
    }

    // Where a quick exit goes; empty if there is none.
    away() {
      const exit = this.exit();
      if (exit === "on") return NEUTRAL;
      return exit.length <= LONGEST_VALUE && HTTPS.test(exit) ? exit : "";
    }

    words(id) {
      const lang = this.getAttribute("lang");
      return words[Object.keys(words).includes(lang) ? lang : "en"][id];
    }

    begin() {
      this.began = this.address();
      this.ready = false;
      this.growths = 0;
      this.tall = 0;
      if (!this.began) return this.whenWhole(() => !this.began && this.note("failed"));
      const frame = document.createElement("iframe");
      frame.setAttribute(OWN, "");
      frame.setAttribute("title", this.words("title"));
      frame.setAttribute("sandbox", SANDBOX + (this.away() && " allow-top-navigation-by-user-activation"));
      frame.setAttribute("allow", "clipboard-write");
      frame.setAttribute("referrerpolicy", "no-referrer");
      style(frame, {
        all: "initial",
        display: "block",
        // As wide as there is room, also where a row or a column would shrink it.
        width: "100vw",
        "max-width": "100%",
        height: "0",
        border: "0",
        "pointer-events": "inherit",
        "scroll-margin-top": "inherit",
        visibility: "hidden",
      });
      this.frame = frame;
      this.appendChild(frame);
      this.whenNear(() => this.whenWhole(() => frame === this.frame && this.load()));
    }

    load() {
      // Below the children, which may have arrived since; and its place is kept while it loads.
      this.appendChild(this.frame);
      style(this.frame, { height: FIRST_HEIGHT + "px" });
      this.frame.src = this.began;
      if (!this.hasHelp()) this.note("loading");
      this.timer = setTimeout(() => this.fail(), PATIENCE);
    }

    // When the children have arrived: the page has gone on after the element, or has come to its end.
    whenWhole(act) {
      let at = this;
      while (at && !at.nextSibling) at = at.parentNode;
      if (at || document.readyState !== "loading") return act();
      document.addEventListener("DOMContentLoaded", act, { once: true });
    }

    end() {
      clearTimeout(this.timer);
      if (this.near) this.near.disconnect();
      if (this.adding) this.adding.disconnect();
      this.near = this.adding = null;
      if (this.frame) this.frame.remove();
      this.frame = null;
      this.note(null);
    }

    // Soon in sight. Not while it is in a closed tab or accordion, or its window is in the background.
    whenNear(load) {
      if (!window.IntersectionObserver) return load();
      this.near = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.near.disconnect();
          load();
        },
        { rootMargin: "1000px 0px" }
      );
      this.near.observe(this.frame);
    }

    // It may still come, and then it takes over.
    fail() {
      style(this.frame, { height: "0" });
      this.note("failed");
    }

    isReady() {
      if (this.ready) return;
      this.ready = true;
      clearTimeout(this.timer);
      this.note(null);
      style(this.frame, { visibility: "inherit", height: (this.tall || FIRST_HEIGHT) + "px" });
      this.hideOthers(true);
      // The page may still be arriving. If a script has put something in place of the frame, that stays.
      this.adding = new MutationObserver(() => this.hideOthers(this.frame.parentNode === this));
      this.adding.observe(this, { childList: true });
    }

    // Does the element have help of its own?
    hasHelp() {
      return Array.from(this.childNodes).some(
        (child) =>
          child !== this.frame &&
          !/^(#comment|noscript|script|style|template)$/i.test(child.nodeName) &&
          /\S/.test(child.textContent)
      );
    }

    // Hides the element's own children behind the checker, or brings them back. They stay where they are, since they
    // belong to whoever wrote the page.
    hideOthers(hide) {
      for (const child of Array.from(this.childNodes)) {
        if (child === this.frame) continue;
        if (child.nodeType === Node.TEXT_NODE) {
          if (hide && /\S/.test(child.data)) {
            child.s117Text = child.data;
            child.data = "";
          } else if (!hide && child.s117Text) {
            child.data = child.s117Text;
            child.s117Text = "";
          }
        } else if (child.style && hide !== child.hasAttribute(HIDDEN)) {
          if (hide) {
            child.setAttribute(HIDDEN, child.style.display);
            style(child, { display: "none" });
          } else {
            child.style.display = child.getAttribute(HIDDEN);
            child.removeAttribute(HIDDEN);
          }
        }
      }
    }

    // One plain sentence with a link, below the element's own children.
    note(id) {
      if (this.said) this.said.remove();
      this.said = null;
      if (!id) return;
      const said = document.createElement("p");
      said.setAttribute(OWN, "");
      said.setAttribute("role", "status");
      said.textContent = this.words(id) + " ";
      if (this.began) {
        const link = document.createElement("a");
        link.href = this.began;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
        link.textContent = this.words("open");
        said.appendChild(link);
      }
      this.said = said;
      this.insertBefore(said, this.frame);
    }

    hear(message) {
      switch (message["s117-checker"]) {
        case "ready":
          return this.isReady();
        case "height":
          return this.follow(message.height);
        case "top":
          return this.ready && this.toTop();
        case "exit":
          return leave(this);
      }
    }

    follow(height) {
      if (typeof height !== "number" || height % 1 !== 0) return;
      if (height < LEAST_HEIGHT || height > MOST_HEIGHT) return;
      if (height > this.tall && ++this.growths > GROWTHS) return;
      this.tall = height;
      // A checker that was late enough to be put away gets its height when it is there.
      if (this.ready) style(this.frame, { height: height + "px" });
    }

    // To the top of a new screen, if that is out of sight.
    toTop() {
      this.growths = 0;
      const top = this.frame.getBoundingClientRect().top;
      const margin = parseFloat(getComputedStyle(this.frame).scrollMarginTop) || 0;
      if (top < margin || top >= window.innerHeight) this.frame.scrollIntoView();
    }
  }

  // Quick exit. The frames go first, with all that is in them.
  function leave(checker) {
    const away = checker.away();
    if (!away) return;
    for (const each of Array.from(shown)) each.end();
    try {
      // The page itself may be in a frame.
      window.top.location.replace(away);
    } catch (error) {
      location.replace(away);
    }
  }

  // Only from a frame of ours, and only a plain object.
  window.addEventListener("message", function (event) {
    const message = event.data;
    if (!event.isTrusted || !event.source || !message) return;
    if (Object.getPrototypeOf(message) !== Object.prototype) return;
    for (const checker of shown) {
      if (checker.frame && checker.frame.contentWindow === event.source) return checker.hear(message);
    }
  });

  window.addEventListener("resize", function () {
    for (const checker of shown) checker.growths = 0;
  });

  // Escape three times, as in the frame itself.
  let times = [];
  document.addEventListener("keydown", function (event) {
    if (event.repeat || event.key !== "Escape") return;
    times = times.slice(-2).concat(Date.now());
    if (times.length < 3 || times[2] - times[0] >= 2000) return;
    for (const checker of shown) if (checker.away()) return leave(checker);
  });

  customElements.define("s117-checker", Checker);
})();
