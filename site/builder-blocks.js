// The blocks to paste: what was chosen, written as HTML in which no value can become anything but a value.
// Pure: it reads no page.
const s117Blocks = (() => {
  "use strict";

  // All that the checker needs, and not the origin of its host.
  const SANDBOX =
    "allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
  // What the quick exit needs: to replace the host's page after a press.
  const LEAVE = " allow-top-navigation-by-user-activation";

  const escape = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  // What the checker itself says of one setting: a safe value, or `undefined`.
  function read(name, value) {
    try {
      return Object.values(s117Settings.read(`#${name}=${encodeURIComponent(value)}`).settings)[0];
    } catch (error) {
      // Half a character cannot be written into an address.
      return undefined;
    }
  }

  // Settings are pairs, in the order in which they are written.
  function fragment(settings) {
    const pairs = settings.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return pairs.length ? `#${pairs.join("&")}` : "";
  }

  // As high as the checker asks for on a phone, where it is highest; see `ROOM` in xtask/shell/host.js.
  function height(settings) {
    return settings.some(([name, value]) => name === "lang" && value === "cy") ? 1040 : 960;
  }

  function sandbox(settings) {
    return SANDBOX + (settings.some(([name]) => name === "exit") ? LEAVE : "");
  }

  // The folder of the copy: the newest, or the version that stays as it is.
  function base({ folder, version, copy }) {
    return copy === "version" ? `${folder}v${version}/` : folder;
  }

  function link(chosen, more = "") {
    const address = `${base(chosen)}index.html${fragment(chosen.settings)}`;
    return `<a href="${escape(address)}"${more}>${escape(chosen.title)}</a>`;
  }

  // Where the frame cannot be shown. In a new tab, so that answers in a frame that works are not lost.
  function beside(chosen) {
    return link(chosen, '\n  target="_blank" rel="noopener"');
  }

  function frame(chosen) {
    const address = `${base(chosen)}index.html${fragment(chosen.settings)}`;
    return [
      // Some themes set what is no block of theirs at the edge of the page.
      "<div>",
      "<iframe",
      `  src="${escape(address)}"`,
      `  title="${escape(chosen.title)}"`,
      `  width="100%" height="${height(chosen.settings)}" frameborder="0"`,
      `  sandbox="${sandbox(chosen.settings)}"`,
      '  allow="clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>',
      `<p>${beside(chosen)}</p>`,
      "</div>",
    ].join("\n");
  }

  function script(chosen) {
    const whole = chosen.copy === "version" && chosen.integrity;
    return [
      "<script async",
      `  src="${escape(`${base(chosen)}embed.js`)}"` + (whole ? "" : "><\/script>"),
      ...(whole ? [`  integrity="${escape(chosen.integrity)}"`, '  crossorigin="anonymous"><\/script>'] : []),
      "<div>",
      `<s117-checker${chosen.settings.map(([name, value]) => `\n  ${name}="${escape(value)}"`).join("")}>`,
      `  ${beside(chosen)}`,
      "</s117-checker>",
      "</div>",
    ].join("\n");
  }

  // What a host's content security policy must let through, in one line, as headers are. Semicolons and commas would
  // end a source.
  function policy(chosen) {
    const from = base(chosen).replace(/[;,]/g, encodeURIComponent);
    const lines = [`frame-src ${from};`];
    if (chosen.paste === "script") lines.unshift(`script-src ${from}embed.js;`);
    return lines.join(" ");
  }

  const blocks = { frame, script, link };

  return {
    SANDBOX,
    read,
    fragment,
    height,
    policy,
    block: (chosen) => blocks[chosen.paste](chosen),
  };
})();
