// The embed builder: reads the form, and shows the block, the preview and what is said about them. It writes no sentence:
// all of them stand in the page. It stores nothing, sends nothing, and leaves the address as it is.
(() => {
  "use strict";

  const form = document.getElementById("bench");
  const at = (id) => document.getElementById(id);
  const all = (css, each) => document.querySelectorAll(css).forEach(each);
  const chosen = (name) => form.querySelector(`[name=${name}]:checked`);
  const typed = (id) => at(id).value.trim();
  const fromFile = location.protocol === "file:";
  const EXAMPLE = "https://www.example.org/aftercare/";
  // The checker's own roundness, which needs no setting.
  const RADIUS = "8";

  // The fields that may hold something unsafe: the setting whose rule they follow.
  const RULES = {
    accent: "accent",
    ground: "accent",
    font: "font",
    "help-name": "help-name",
    "help-phone": "help-phone",
    "help-url": "help-url",
    exit: "exit",
    folder: "exit",
  };

  // The safe value of a field; empty if there is none, `undefined` if it is wrong.
  function safe(id) {
    const value = typed(id);
    if (value === "") return "";
    // These two take an address, and not the word that the setting knows as well.
    if (RULES[id] === "exit" && !/^https:/i.test(value)) return undefined;
    return s117Blocks.read(RULES[id], value);
  }

  // A mistake is said when somebody leaves the field, and taken back as soon as it is put right.
  function judge(id, left) {
    const wrong = safe(id) === undefined;
    const says = at(`${id}-wrong`);
    if (wrong && !left && says.hidden) return;
    says.hidden = !wrong;
    at(id).setAttribute("aria-invalid", String(wrong));
    at(id).closest(".field").classList.toggle("wrong", wrong);
  }

  function folder() {
    if (!fromFile) return new URL(".", location.origin + location.pathname).href;
    const own = safe("folder");
    return own ? own.replace(/[?#].*$/, "").replace(/\/*$/, "/") : EXAMPLE;
  }

  function settings() {
    const font = at("family").value === "*" ? safe("font") : at("family").value;
    const leave = at("leave").checked && (safe("exit") || "on");
    return [
      ["lang", chosen("lang").value],
      ["nation", chosen("nation").value],
      ["journey", at("journey").value],
      ["words", at("words").value],
      ["accent", safe("accent")],
      ["font", font],
      ["radius", at("radius").value === RADIUS ? "" : at("radius").value],
      ["scheme", chosen("scheme").value],
      ["help-name", safe("help-name")],
      ["help-phone", safe("help-phone")],
      ["help-url", safe("help-url")],
      ["exit", leave],
    ].filter(([, value]) => value);
  }

  function now() {
    return {
      folder: folder(),
      version: form.dataset.version,
      integrity: form.dataset.integrity,
      copy: chosen("copy").value,
      paste: chosen("paste").value,
      title: chosen("lang").dataset.title,
      settings: settings(),
    };
  }

  // Every place with this name.
  function fill(values) {
    for (const [name, value] of Object.entries(values)) {
      all(`[data-fill="${name}"]`, (place) => (place.textContent = value));
    }
  }

  const only = (kind, value) =>
    all(`[data-${kind}]`, (part) => (part.hidden = part.getAttribute(`data-${kind}`) !== value));

  // What contrast makes of the colour.
  function verdict() {
    const colour = safe("accent");
    const found = colour && s117Settings.accent(colour);
    at("verdict").hidden = !found;
    if (!found) return;
    const ratio = (number) => number.toFixed(1);
    fill({
      given: found.light.given,
      used: found.light.used,
      "used-dark": found.dark.used,
      ratio: ratio(found.light.givenRatio),
      "ratio-used": ratio(found.light.ratio),
      "ratio-dark": ratio(found.dark.ratio),
    });
    only("verdict", found.changed ? "changed" : "fine");
    at("chip-given").style.setProperty("background-color", found.light.given);
    at("chip-light").style.setProperty("color", found.light.used);
    at("chip-dark").style.setProperty("color", found.dark.used);
    at("accent-pick").value = found.light.given;
  }

  let waiting = 0;
  let previewed = null;

  function preview(wait) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const pairs = settings();
      at("view-open").href = `index.html${s117Blocks.fragment(pairs)}`;
      if (at("view-dark").getAttribute("aria-pressed") === "true") {
        pairs.splice(0, pairs.length, ...pairs.filter(([name]) => name !== "scheme"), ["scheme", "dark"]);
      }
      const fragment = s117Blocks.fragment(pairs);
      if (fragment !== previewed) s117View.show(fragment, s117Blocks.height(pairs));
      previewed = fragment;
    }, wait);
  }

  function update() {
    const chosen = now();
    at("block").firstElementChild.textContent = s117Blocks.block(chosen);
    at("policy-lines").firstElementChild.textContent = s117Blocks.policy(chosen);
    at("policy").hidden = chosen.paste === "link";
    only("paste", chosen.paste);
    only("copy", chosen.copy);
    only("platform", at("platform").value);
    at("exit").closest("[data-only]").hidden = !at("leave").checked;
    at("font").closest("[data-only]").hidden = at("family").value !== "*";
    fill({ address: chosen.folder });
    verdict();
    const ground = safe("ground");
    s117View.ground(ground || "");
    if (ground) at("ground-pick").value = ground;
    all("[data-copied]", (place) => (place.textContent = ""));
    preview(400);
  }

  // Copying.

  function text(part) {
    const paragraphs = [...part.querySelectorAll("p")];
    return paragraphs.length ? paragraphs.map((one) => one.textContent.trim()).join("\n\n") : part.textContent;
  }

  async function copy(part) {
    try {
      await navigator.clipboard.writeText(text(part));
      return true;
    } catch (error) {
      // Not allowed, or not a secure page, such as a test server: the old way, by selecting.
      getSelection().selectAllChildren(part);
      return document.execCommand("copy");
    }
  }

  all("[data-copies]", (button) => {
    const id = button.dataset.copies;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const says = (await copy(at(id))) ? "copied" : "copied-not";
      document.querySelector(`[data-copied="${id}"]`).textContent = document.querySelector(
        `[data-says="${says}"]`,
      ).textContent;
    });
  });

  // Events.

  form.addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["accent", "ground"]) {
    at(`${id}-pick`).addEventListener("input", () => (at(id).value = at(`${id}-pick`).value));
  }
  form.addEventListener("input", () => {
    Object.keys(RULES).forEach((id) => judge(id, false));
    update();
  });
  form.addEventListener("change", (event) => {
    if (RULES[event.target.id]) judge(event.target.id, true);
    update();
  });
  for (const size of ["phone", "page"]) {
    at(`view-${size}`).addEventListener("click", () => {
      s117View.size(size);
      for (const one of ["phone", "page"]) at(`view-${one}`).setAttribute("aria-pressed", String(one === size));
    });
  }
  at("view-dark").addEventListener("click", () => {
    const pressed = at("view-dark").getAttribute("aria-pressed") === "true";
    at("view-dark").setAttribute("aria-pressed", String(!pressed));
    preview(0);
  });
  at("brief-print").addEventListener("click", () => print());

  // What only scripts can do is shown only now.
  all("[data-plugin]", (link) => (link.href = `s117-checker-wordpress-${form.dataset.version}.zip`));
  document.querySelector("[data-only=file]").hidden = !fromFile;
  at("view").hidden = false;
  at("view-open").parentElement.hidden = false;
  at("brief-print").hidden = false;
  update();
  preview(0);
})();
