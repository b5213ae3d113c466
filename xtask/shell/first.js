// The first screen, drawn when the page was built: shown before the checker is there, and handed over to it.
// What the visitor does meanwhile is kept, and done as soon as the checker can. Written for old browsers.
var s117First = (function () {
  "use strict";

  var holder = document.getElementById("first");
  var starting = document.getElementById("starting");
  // What waits for the checker: the choice, by its id; terms to open, by their place; the way on, by a selector.
  var chosen = "";
  var terms = [];
  var wayOn = "";
  // Where the mouse was pressed and is not let go of yet.
  var held = null;

  function all(inside, what) {
    return Array.prototype.slice.call(inside.querySelectorAll(what || "*"));
  }

  // A copy of what was drawn in this language, if this browser knows templates.
  function part(language, name) {
    var found = document.querySelector("template[data-first=" + language + "][data-part" + name + "]");
    return found && found.content ? document.importNode(found.content, true) : null;
  }

  function put(screen, where, what) {
    var old = screen.querySelector(where);
    if (what) old.parentNode.replaceChild(what, old);
  }

  // As the view draws it.
  function helpline(line, settings) {
    var name = line.querySelector("span");
    var links = all(line, "a");
    var give = function (element, text, address) {
      if (!text) return element.parentNode.removeChild(element);
      element.firstChild.data = text;
      if (address) element.href = address;
    };
    var address = settings.helpUrl || "";
    give(name, settings.helpName);
    give(links[0], settings.helpPhone, "tel:" + String(settings.helpPhone).replace(/[^\d+]/g, ""));
    give(links[1], address.replace(/^[^:]*:\/*|\/+$/g, ""), address);
    if (address && !/^https:/i.test(address)) {
      links[1].removeAttribute("target");
      links[1].removeAttribute("rel");
      links[1].removeChild(links[1].lastChild);
    }
    return line;
  }

  function isLate(language) {
    var late = document.querySelector("template[data-first=" + language + "][data-part^=after-]");
    var now = new Date();
    var day = [now.getFullYear(), 101 + now.getMonth(), 100 + now.getDate()].join("-").replace(/-1/g, "-");
    return late && day > late.getAttribute("data-part").slice(6);
  }

  function draw(language, settings) {
    var screen = part(language, "=screen");
    if (!screen) return;
    if (settings.words === "short") screen.querySelector("[data-action=shorten]").setAttribute("aria-pressed", "true");
    if (settings.journey) put(screen, ".journeys", part(language, "=" + settings.journey));
    if (isLate(language)) put(screen, "footer", part(language, "^=after-"));
    if (settings.helpName || settings.helpPhone || settings.helpUrl) {
      var foot = screen.querySelector(".foot");
      foot.insertBefore(helpline(part(language, "=helpline"), settings), foot.firstChild);
    }
    var before = all(holder);
    holder.appendChild(screen);
    var after = all(holder).slice(before.length);
    if (chosen) after.forEach(function (element) {
      if (element.id === chosen) element.checked = true;
    });
    hand(before, after, function () {
      while (before[0] && holder.firstChild !== after[0]) holder.removeChild(holder.firstChild);
    });
  }

  // A press that began on the old drawing ends on the new one, and no browser takes that for a click.
  function finish(part) {
    var element = part.closest("a, button, input, label, summary");
    document.addEventListener("mouseup", function end(event) {
      document.removeEventListener("mouseup", end);
      if (element && element.contains(event.target)) element.click();
    });
  }

  // From one drawing of the screen to another of it: what is unfolded, and the focus, which goes straight over, since
  // the old one is still there. For a moment both are, and the page must not scroll on that account.
  function hand(before, after, removeOld) {
    var x = window.pageXOffset;
    var y = window.pageYOffset;
    for (var i = 0; i < before.length; i++) {
      if (!after[i] || after[i].tagName !== before[i].tagName) continue;
      if (before[i].open) after[i].open = true;
      if (before[i] === document.activeElement) after[i].focus({ preventScroll: true });
      if (before[i] === held) finish(after[i]);
    }
    removeOld();
    if (window.pageYOffset !== y) window.scrollTo(x, y);
  }

  // Says that a press was felt, just below what was pressed.
  function wait(button) {
    var box = button.getBoundingClientRect();
    starting.hidden = false;
    starting.style.setProperty("top", box.bottom + window.pageYOffset + "px");
  }

  // A setting as the visitor has changed it: the view begins with it.
  function change(name, value) {
    var settings = {};
    for (var other in window.s117.settings) settings[other] = window.s117.settings[other];
    settings[name] = value;
    window.s117.settings = Object.freeze(settings);
    draw(settings.lang || "en", settings);
  }

  function onClick(event) {
    var it = event.target;
    while (it !== holder && !/^(a|button)$/i.test(it.tagName)) it = it.parentNode;
    if (it === holder) return;
    var language = it.getAttribute("data-language");
    if (it.className === "skip") {
      event.preventDefault();
      holder.querySelector("main").focus();
      s117Host.tell("top");
    } else if (language) {
      s117Host.speak(language);
      change("lang", language);
    } else if (it.getAttribute("data-action") === "shorten") {
      change("words", it.getAttribute("aria-pressed") === "true" ? "full" : "short");
    } else if (it.tagName === "BUTTON") {
      var place = all(holder, ".term").indexOf(it);
      if (place >= 0) terms[place] = !terms[place];
      else if (it.hasAttribute("data-journey")) wayOn = "[data-journey=" + it.getAttribute("data-journey") + "]";
      else wayOn = "[data-action=" + it.getAttribute("data-action") + "]";
      wait(it);
    }
  }

  holder.addEventListener("click", onClick);
  document.addEventListener("mousedown", function (event) {
    held = event.button ? null : event.target;
  });
  document.addEventListener("mouseup", function () {
    held = null;
  });
  holder.addEventListener("change", function (event) {
    chosen = event.target.id;
  });

  return {
    show: function (settings) {
      draw(settings.lang || "en", settings);
    },
    isShown: function () {
      return !!holder.firstChild;
    },
    // Has something been pressed that needs the checker?
    isWaiting: function () {
      return !!wayOn || terms.indexOf(true) >= 0;
    },
    hasFocus: function () {
      return holder.contains(document.activeElement);
    },
    hide: function (hidden) {
      holder.hidden = hidden;
      if (hidden) starting.hidden = true;
    },
    // Forgets what was done.
    clear: function () {
      holder.textContent = "";
      starting.hidden = true;
    },
    // The checker has drawn the same screen into `app`: this one goes, and what was done here is done there.
    handOver: function (app) {
      if (!holder.firstChild) return;
      hand(all(holder), all(app), function () {
        holder.textContent = "";
      });
      starting.hidden = true;
      var buttons = all(app, ".term").filter(function (term, place) {
        return terms[place];
      });
      [chosen && "#" + chosen, wayOn].forEach(function (selector) {
        var button = selector && app.querySelector(selector);
        if (button && !button.checked) buttons.push(button);
      });
      buttons.forEach(function (button) {
        button.click();
      });
    },
  };
})();
