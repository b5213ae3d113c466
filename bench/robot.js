// The scripted visitor. It is put into every page before the page's own scripts and answers as soon as there is
// something to answer, so it measures waiting and never thinking. `bench` (what to answer, on which page) stands before it.
(() => {
  // Laid out, and neither hidden nor transparent: a screen that is there but not shown yet does not count.
  const look = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const seen = (css) => [...document.querySelectorAll(css)].filter((it) => it.getClientRects().length > 0 && it.checkVisibility(look));
  const last = (css) => seen(css).pop();
  const press = (scope, css) => scope.querySelector(css).click();
  const inputs = (scope, values) => values.map((value) => scope.querySelector(`input[value='${value}']`));

  const tick = (question, places) => places.forEach((place) =>
    press(document, `.fjs-form input[id$='-${question.replaceAll('-', '_')}-${place}']`));

  // How each page shows where it is and takes an answer. `choose` is all before the tap that leads on; `go` is that tap.
  const pages = {
    ours: {
      // The first screen stands in the HTML until the app has drawn it.
      first: ':is(#app, #first) [data-screen=start] button[data-journey]',
      screen: () => {
        const [form] = seen('#app form[data-question]');
        if (form) return form.dataset.question;
        if (seen(pages.ours.first).length) return 'start';
        return seen('#app [data-screen=result]').length ? 'result' : null;
      },
      begin: (journey) => press(document, `:is(#app, #first) button[data-journey='${journey}']`),
      choose: (_, values) => inputs(document.querySelector('#app form'), values).forEach((it) => it.click()),
      go: () => press(document, '#app form[data-question] button[type=submit]'),
    },
    preact: {
      first: '[data-screen=start] button',
      screen: () => {
        const [form] = seen('form[data-question]');
        if (form) return form.dataset.question;
        return seen('[data-screen=start] button').length ? 'start' : seen('[data-screen=result]').length ? 'result' : null;
      },
      begin: (journey) => press(document, `button[value='${journey}']`),
      choose: (_, values) => inputs(document.querySelector('form'), values).forEach((it) => it.click()),
      go: () => press(document, 'form button[type=submit]'),
    },
    surveyjs: {
      first: '[data-name] input',
      screen: () => {
        if (seen('[data-screen=result]').length) return 'result';
        const shown = last('[data-name]:has(input)');
        return shown ? (shown.dataset.name === 'journey' ? 'start' : shown.dataset.name) : null;
      },
      begin: (journey) => {
        inputs(document, [journey])[0].click();
        // Only now is there a next page to go to.
        setTimeout(() => document.querySelector('.sd-navigation__next-btn')?.click());
      },
      choose: (_, values) => inputs(last('[data-name]:has(input)'), values).forEach((it) => it.click()),
      go: () => press(document, '.sd-navigation__next-btn'),
    },
    // One long form: the next question comes below the last one, and the last tick is what leads on. Its inputs have
    // no values, only places.
    formjs: {
      first: '.fjs-form input',
      screen: () => {
        if (seen('[data-screen=result]').length) return 'result';
        const shown = last('.fjs-form input');
        const [, name] = (shown && /^fjs-form-[^-]+-(.+)-\d+$/.exec(shown.id)) || [];
        return name ? (name === 'journey' ? 'start' : name.replaceAll('_', '-')) : null;
      },
      begin: () => tick('journey', bench.places.journey),
      choose: (question) => tick(question, bench.places[question].slice(0, -1)),
      go: (question) => tick(question, bench.places[question].slice(-1)),
    },
  };

  const result = { long: [], answers: [], asked: [], wasm: [], done: false };
  bench.result = result;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) result.long.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });

  // WebAssembly's memory is no part of the JavaScript heap: it is looked up in what a module exports.
  const memories = [];
  const keep = (made) => {
    const exports = (made.instance || made).exports;
    memories.push(...Object.values(exports).filter((it) => it instanceof WebAssembly.Memory));
    return made;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...given) => real.apply(WebAssembly, given).then(keep);
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (real, given) => keep(new real(...given)) });

  const frame = () => new Promise((next) => requestAnimationFrame(next));
  // A message that is posted in a frame arrives after that frame has been drawn.
  const drawn = () => new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => next(performance.now());
    port2.postMessage(0);
  });
  const wait = (time) => new Promise((next) => setTimeout(next, time));
  // Resolves once a screen that fits is drawn; gives up nothing and is given up by the runner.
  const shown = async (fits) => {
    for (;;) {
      await frame();
      const screen = pages[bench.page].screen();
      if (screen && fits(screen)) return { screen, at: await drawn() };
    }
  };

  const visit = async () => {
    const page = pages[bench.page];
    result.visible = (await shown((screen) => screen === 'start')).at;
    const [place] = seen(page.first);
    result.inView = place.getBoundingClientRect().top < innerHeight;
    // Pressed as soon as it can be seen, and once only, where the page keeps a press that comes early: then that press
    // brings the next screen or nothing does. Elsewhere again every 50 ms, until something follows.
    let next = null;
    shown((screen) => screen !== 'start').then((found) => { next = found; });
    let presses = 0;
    while (!next) {
      if (page.screen() === 'start' && (presses === 0 || !bench.once)) {
        result.answerable = performance.now();
        page.begin(bench.journey);
        presses += 1;
      }
      await wait(50);
    }
    result.presses = presses;
    result.answered = next.at;
    let pauses = 0;
    while (next.screen !== 'result') {
      const { screen } = next;
      const values = bench.told[screen];
      if (!values) throw new Error(`${screen} was asked and the visitor has no answer to it`);
      result.asked.push(screen);
      page.choose(screen, values);
      // Taps fall anywhere in a frame: the pauses differ, and are the same in every page and run.
      const pause = 40 + ((result.asked.length * 7) % 17);
      const before = performance.now();
      await wait(pause);
      pauses += performance.now() - before;
      const tap = performance.now();
      page.go(screen, values);
      next = await shown((now) => now !== screen);
      result.answers.push(next.at - tap);
    }
    result.finished = next.at - pauses;
  };
  const finish = () => {
    for (const entry of performance.getEntriesByType('paint')) result[entry.name] = entry.startTime;
    const [load] = performance.getEntriesByType('navigation');
    result.loaded = load.loadEventEnd;
    result.elements = document.querySelectorAll('*').length;
    result.wasm = [...new Set(memories)].map((memory) => memory.buffer.byteLength);
    result.done = true;
  };
  const start = bench.page === 'empty'
    ? new Promise((next) => addEventListener('load', next)).then(frame).then(frame).then(() => wait(500))
    : visit();
  start.catch((error) => { result.error = String(error); }).finally(finish);
})();
