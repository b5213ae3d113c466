// What the walks measure on a screen. Each gives a list of lines, one for each fault.
(() => {
  const shown = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // Text for screen readers alone is clipped to a dot.
  const unseen = node => node.closest('.unseen') !== null;
  const say = node => `${node.tagName.toLowerCase()}${node.id ? '#' + node.id : ''}.${node.className} “${node.textContent.trim().slice(0, 60)}”`;
  const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  // Controls that fingers press. A choice and its label are one.
  const controls = () => [...document.querySelectorAll('a[href], button, summary, select, textarea, input, label')].filter(node => {
    if (!shown(node) || node.disabled || unseen(node) || node.matches('.skip')) return false;
    if (node.localName === 'label') return node.control && /radio|checkbox/.test(node.control.type);
    return !(/radio|checkbox/.test(node.type) && node.labels.length);
  });

  // A control that stands in a sentence is as high as its line (WCAG 2.5.8, inline).
  const inline = node => {
    if (!/^inline/.test(getComputedStyle(node).display)) return false;
    const block = node.closest('p, li, dd, legend, td, h1, h2, h3, h4');
    return !!block && plain(block.innerText) !== plain(node.innerText);
  };

  // Every control can be hit within 44 by 44 px round its middle.
  const targets = () => controls().filter(node => !inline(node)).flatMap(node => {
    const own = node.localName === 'label' ? [node, node.control] : [node];
    const boxes = own.map(it => it.getBoundingClientRect());
    const box = {
      left: Math.min(...boxes.map(it => it.left)), right: Math.max(...boxes.map(it => it.right)),
      top: Math.min(...boxes.map(it => it.top)), bottom: Math.max(...boxes.map(it => it.bottom)),
    };
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    if (wide >= 43.5 && high >= 43.5) return [];
    // What can be pressed may reach further than what is drawn.
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const now = node.getBoundingClientRect();
    const [x, y] = [now.left + now.width / 2, now.top + now.height / 2];
    const hits = (across, down) => {
      const hit = document.elementFromPoint(x + across, y + down);
      return !!hit && own.some(it => it === hit || it.contains(hit));
    };
    const reach = (across, down) => { let far = 0; while (far < 44 && hits(across * far, down * far)) far += 0.5; return far; };
    const tall = reach(0, -1) + reach(0, 1), broad = Math.max(wide, reach(-1, 0) + reach(1, 0));
    return tall >= 43.5 && broad >= 43.5 ? [] : [`${Math.round(broad)} × ${Math.round(tall)} px to press: ${say(node)}`];
  });

  // What is read on a control is in its name, so that it can be said to it.
  const text = (node, skip) => [...node.childNodes].map(it =>
    it.nodeType === 3 ? it.data : it.nodeType === 1 && !skip(it) ? text(it, skip) : '').join(' ');
  const name = node => {
    const by = (node.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)).filter(Boolean);
    const hidden = it => it.getAttribute('aria-hidden') === 'true';
    if (by.length) return by.map(it => text(it, hidden)).join(' ');
    if (node.getAttribute('aria-label')) return node.getAttribute('aria-label');
    if (node.labels && node.labels.length) return [...node.labels].map(it => text(it, hidden)).join(' ');
    return text(node, hidden);
  };
  const names = () => controls().map(node => node.control || node).flatMap(node => {
    const label = node.labels && node.labels.length ? [...node.labels] : [node];
    const seen = /^(input|select|textarea)$/.test(node.localName) && label[0] === node ? '' :
      label.map(it => text(it, part => part.matches('.unseen, select, svg') || !shown(part))).join(' ');
    const called = plain(name(node));
    if (!called) return [`no name: ${say(node)}`];
    return called.includes(plain(seen)) ? [] : [`reads “${plain(seen)}”, is called “${called}”`];
  });

  // Everything fits into the width.
  const sideways = () => {
    const root = document.documentElement, app = document.getElementById('app');
    if (root.scrollWidth <= root.clientWidth && app.scrollWidth <= app.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(node =>
      shown(node) && node.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [`${root.scrollWidth} px in ${root.clientWidth} px`, ...wide.slice(-4).map(say)];
  };

  // No text is cut off by its box or by the screen, and no two texts stand on each other.
  const clipped = () => {
    const found = [], lines = [];
    for (const node of document.body.querySelectorAll('*')) {
      if (node.closest('svg') || unseen(node) || !shown(node)) continue;
      const own = [...node.childNodes].filter(it => it.nodeType === 3 && it.data.trim());
      const style = getComputedStyle(node);
      if (/hidden|clip/.test(style.overflow) && node.innerText && node.innerText.trim() &&
        (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)) {
        found.push(`cut off: ${say(node)}`);
      }
      for (const part of own) {
        const range = document.createRange();
        range.selectNodeContents(part);
        for (const box of range.getClientRects()) {
          if (box.width < 1) continue;
          if (box.left < -1 || box.right > innerWidth + 1) found.push(`off the screen: ${say(node)}`);
          // The middle of a line: ascenders and descenders may meet.
          const third = box.height / 3;
          lines.push({ node, left: box.left + 1, right: box.right - 1, top: box.top + third, bottom: box.bottom - third });
        }
      }
    }
    lines.sort((one, other) => one.top - other.top);
    lines.forEach((line, place) => {
      for (let next = place + 1; next < lines.length && lines[next].top < line.bottom; next++) {
        const other = lines[next];
        if (other.left < line.right && line.left < other.right) found.push(`on each other: ${say(line.node)} and ${say(other.node)}`);
      }
    });
    return [...new Set(found)];
  };

  // No text is in a box so narrow that its words break.
  const squeezed = () => {
    const found = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const part = texts.currentNode, node = part.parentElement;
      if (!part.data.trim() || node.closest('svg') || unseen(node) || !shown(node)) continue;
      range.selectNodeContents(part);
      const boxes = [...range.getClientRects()], narrow = 4 * parseFloat(getComputedStyle(node).fontSize);
      if (boxes.length < 3 || boxes.some(box => box.width > narrow)) continue;
      const breaks = [...part.data.matchAll(/[\p{L}\p{M}’]+/gu)].some(word => {
        range.setStart(part, word.index);
        range.setEnd(part, word.index + word[0].length);
        return range.getClientRects().length > 1;
      });
      if (breaks) found.push(`squeezed: ${say(node)}`);
    }
    return found;
  };

  // Every text stands out from what is behind it (WCAG 1.4.3), by computed styles. Text on drawings is left to axe.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const rgba = colour => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  };
  const over = ([red, green, blue, alpha], ground) =>
    [red, green, blue].map((part, place) => part * alpha + ground[place] * (1 - alpha));
  const light = colour => colour.map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = (node, seen) => {
    if (!node) return [255, 255, 255];
    if (!seen.has(node)) {
      const own = rgba(getComputedStyle(node).backgroundColor);
      seen.set(node, own[3] === 1 ? own.slice(0, 3) : over(own, ground(node.parentElement, seen)));
    }
    return seen.get(node);
  };
  const contrast = () => {
    const found = new Set(), seen = new Map();
    for (const node of document.body.querySelectorAll('*')) {
      const field = /^(input|select|textarea)$/.test(node.localName) && !/radio|checkbox/.test(node.type);
      const own = field || [...node.childNodes].some(it => it.nodeType === 3 && it.data.trim());
      if (!own || node.closest('svg') || unseen(node) || node.disabled || !shown(node)) continue;
      const style = getComputedStyle(node), behind = ground(node, seen);
      const [one, other] = [over(rgba(style.color), behind), behind].map(light).sort((a, b) => b - a);
      const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
      const ratio = (one + 0.05) / (other + 0.05);
      if (ratio < (large ? 3 : 4.5)) found.add(`contrast ${ratio.toFixed(2)}: ${style.color} on ${behind}: ${say(node)}`);
    }
    return [...found];
  };
  // As the page puts a charity's accent to use.
  const accent = (colour, scheme) => {
    const page = document.documentElement;
    colour = s117Settings.read(`#accent=${encodeURIComponent(colour)}`).settings.accent;
    const shades = s117Settings.accent(colour);
    page.dataset.scheme = scheme;
    page.style.setProperty('--accent', colour);
    for (const name in shades.light.colours) {
      page.style.setProperty(`--${name}`, `var(--light, ${shades.light.colours[name]}) var(--dark, ${shades.dark.colours[name]})`);
    }
  };

  // The spacing that readers may set (WCAG 1.4.12). By script: the policy forbids style elements.
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  const enlarge = size => { document.documentElement.style.setProperty('font-size', size); };
  const space = on => { document.adoptedStyleSheets = on ? [spaced] : []; };

  // Several of these at once, each line with what it is about.
  const measure = (...what) => what.flatMap(name => ({ targets, names, sideways, clipped, squeezed, contrast })[name]());

  // Everything folded is open, and every term is explained.
  const open = async () => {
    document.querySelectorAll('#app details').forEach(part => { part.open = true; });
    document.querySelectorAll('#app button.term[aria-expanded=false]').forEach(term => term.click());
    await new Promise(done => setTimeout(done));
  };

  const frame = () => new Promise(done => setTimeout(done));
  const until = async (what, look) => {
    for (const end = Date.now() + 20000; Date.now() < end; await frame()) if (look()) return;
    throw new Error(`waited for ${what}`);
  };
  const type = (field, text) => {
    const area = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(area.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  // What is on the screen.
  const screen = () => {
    const form = document.querySelector('#app form[data-question]'), other = document.querySelector('#app [data-screen]');
    return form ? form.dataset.question : other ? [other.dataset.screen, other.dataset.letter].filter(Boolean).join(' ') : '';
  };
  const date = days => {
    const day = new Date(Math.max(Date.now(), new Date(2026, 10, 22, 12)) + days * 86400000);
    return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map(String);
  };
  const typeDate = (fields, parts) => [...fields.querySelectorAll('.date-parts input')].forEach((field, place) => type(field, parts[place]));
  // The other version of the same screen.
  const shorten = async () => {
    const pressed = () => document.querySelector('#app [data-action=shorten]').getAttribute('aria-pressed');
    const before = pressed();
    document.querySelector('#app [data-action=shorten]').click();
    await until('the other version', () => pressed() !== before);
  };

  const press = async css => {
    const before = screen(), control = document.querySelector(css);
    if (!control) throw new Error(`no ${css} on ${before}`);
    control.click();
    await until(`the screen after ${css} on ${before}`, () => screen() && screen() !== before);
  };
  const answer = async (question, ids) => {
    if (screen() !== question) throw new Error(`${screen()} is asked, not ${question}`);
    const dates = [...document.querySelectorAll('#app fieldset[data-date]')];
    if (dates.length && ids[0] === 'given') {
      typeDate(dates[0], date(dates[0].dataset.date === 'leaving' ? 10 : -10));
    } else {
      for (const id of ids) document.getElementById(`${question}-${id}`).click();
    }
    await frame();
    document.querySelector('#app form[data-question]').requestSubmit();
    await until(`the screen after ${question}`, () => screen() && screen() !== question);
  };

  // Chooses a radio that answers nothing by itself.
  const choose = async id => { document.getElementById(id).click(); await frame(); };
  // Continue, with something wrong.
  const refused = async () => {
    const says = () => document.getElementById('error-summary')?.textContent, before = says();
    document.querySelector('#app form[data-question]').requestSubmit();
    // Not the focus: WebKit gives it to no frame that nobody has pressed in.
    await until('the mistakes', () => says() && says() !== before);
  };
  const typeDates = async dates => {
    [...document.querySelectorAll('#app fieldset[data-date]')].forEach((fields, place) => typeDate(fields, dates[place]));
    await frame();
  };

  // What can be opened from a result.
  const beyond = () => {
    const names = [...document.querySelectorAll('#app [data-write], #app [data-sheet], #app [data-screen=result] [data-action=advise]')].map(it =>
      it.dataset.write ? `letter ${it.dataset.write}` : it.dataset.sheet || 'advised');
    // The adviser page last: Back leads from it to the first screen.
    return [...new Set(names)].sort((one, other) => (one === 'advised') - (other === 'advised'));
  };
  const enter = async name => {
    const [kind, which] = name.split(' ');
    return press(kind === 'letter' ? `#app [data-write='${which}']`
      : kind === 'advised' ? '#app [data-screen=result] [data-action=advise]' : `#app [data-sheet=${kind}]`);
  };
  // Nothing is answered any more.
  const clear = async () => {
    document.querySelector('#app [data-action=clear]').click();
    await until('the first screen', () => screen() === 'start' && !document.querySelector('#app [data-action=clear]'));
  };
  const fillIn = async () => {
    document.querySelectorAll('#app .letter-fields .field input, #app .letter-fields textarea').forEach(field => {
      if (!field.value) type(field, 'Llanfair Pwllgwyngyll Road 12');
    });
    // The paragraphs are drawn by themselves: a slow browser may show the count first.
    await until('no gap', () => document.querySelector('#app [data-left]').dataset.left === '0' &&
      !document.querySelector('#app .paper [data-gap]'));
  };

  // In the voice of a supporter, with their consent asked for, and a paragraph being changed.
  const changeForAnother = async () => {
    document.querySelector('#app input[name=letter-voice][value="1"]').click();
    await until('the consent', () => document.querySelector('#app [data-consent]'));
    document.querySelector('#app .part button').click();
    await until('the paragraph', () => document.querySelector('#app .part-field'));
  };

  // The adviser page.
  const stays = async () => {
    for (let count = 1; count <= 2; count++) {
      document.querySelector('#app [data-action=add-stay]').click();
      await until('a stay', () => document.querySelectorAll('#app .desk-stay').length === count);
    }
    type(document.getElementById('stay-0-left'), 'long ago');
    await until('a stay that cannot be', () => document.querySelector('#app .desk-stay .wrong-says'));
  };
  const paste = async text => {
    document.querySelector('[data-open-up=paste]').open = true;
    document.getElementById('desk-pasted').value = text;
    document.querySelector('[data-action=read-notes]').click();
    await until('the mistake', () => document.getElementById('desk-mistake'));
  };
  const asked = async () => {
    document.querySelector('[data-action=clear-desk]').click();
    await until('once more', () => document.querySelector('[data-action=clear-desk-yes]'));
  };
  const cleared = async () => {
    document.querySelector('[data-action=clear-desk-yes]').click();
    await until('nothing', () => !document.querySelector('#app .desk-stay'));
  };

  // The focus: whether it can be seen, and what the Tab key stopped at.
  const focus = () => {
    const node = document.activeElement;
    if (!node || node === document.body) return ['nothing has the focus'];
    // A window that is not in front draws no focus, and WebKit's is not when it is driven: nothing can be seen there.
    if (!node.matches(':focus')) return [];
    const found = [], style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (node.tabIndex >= 0 && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) found.push(`no ring: ${say(node)}`);
    // Of what is higher than the screen, the part that is on it.
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (bottom - top < Math.min(box.height, 8) || box.right < 0 || box.left > innerWidth) return [...found, `off the screen: ${say(node)}`];
    const over = [0.25, 0.5, 0.75].map(part => document.elementFromPoint(box.left + Math.min(box.width / 2, 20), top + (bottom - top) * part));
    const own = it => !it || it === node || node.contains(it) || it.contains(node) || [...(node.labels || [])].some(label => label.contains(it));
    if (!over.some(own)) found.push(`behind ${say(over[1])}: ${say(node)}`);
    return found;
  };
  // Where Tab must stop: each control, and each group of radios once.
  const stops = () => {
    const groups = new Set();
    return [...document.querySelectorAll('a[href], button, summary, select, textarea, input, iframe, [tabindex="0"]')].filter(node => {
      if (!shown(node) || node.disabled || node.tabIndex < 0) return false;
      if (node.type !== 'radio') return true;
      if (groups.has(node.name)) return false;
      groups.add(node.name);
      return true;
    });
  };
  const label = node => node.type === 'radio' ? `radios ${node.name}` : say(node);
  let visited = [], faults = [], begun = null;
  addEventListener('focusin', ({ target }) => {
    if (target === begun) return;
    visited.push(label(target));
    // The browser scrolls after it has said where the focus goes.
    setTimeout(() => { if (document.activeElement === target) faults.push(...focus()); });
  });
  // From the first stop, or backwards from the last: browsers remember where the focus was before.
  const visit = backwards => {
    begun = stops().at(backwards ? -1 : 0);
    begun.focus();
    [visited, faults, begun] = [[label(begun)], [], null];
  };
  // What has been visited since, with what it should have been.
  const journey = () => ({
    visited, faults, stops: stops().map(label), out: document.activeElement === document.body || !document.hasFocus(),
  });
  const isOn = css => !!document.activeElement && document.activeElement.matches(css);

  window.s117Look = {
    focus, visit, journey, isOn,
    targets, names, sideways, clipped, squeezed, contrast, accent, measure, space, enlarge, open, screen, press, shorten, answer,
    choose, refused, typeDates, beyond, enter, clear, fillIn, changeForAnother, stays, paste, asked, cleared,
  };
})();
