// What the peers share: the words in the language and voice chosen, and the result, as somebody would write it who
// takes only the questions from a library.
import work from './workload.json';

export const chosen = { language: 0, voice: 0 };
// A text is a place among the texts; three places where the voices differ.
export const say = (text) => {
  const place = Array.isArray(text) ? text[chosen.voice] : text;
  return place === null ? '' : work.texts[chosen.language][place];
};

const follows = new Map();
const key = (journey, question, value) => [journey, question || '', value || ''].join('/');
for (const result of work.results) follows.set(key(result.journey, result.question, result.value), result.found);
// The findings after this answer; nothing if a question follows it.
export const foundAfter = (journey, question, value) => follows.get(key(journey, question, value));

const link = (address) => (address ? `<a href="${address}" rel="noopener noreferrer" target="_blank">${address}</a>` : '');
const source = ({ title, copy, says, address }) => `<li>${say(title)}. ${say(says)} ${say(copy)} ${link(say(address))}</li>`;
const contact = ({ name, says, phone, text, address }) =>
  `<li><b>${say(name)}</b>: ${say(says)} ${say(phone)} ${say(text)} ${link(say(address))}</li>`;
const list = (items) => (items.length ? `<ul>${items.join('')}</ul>` : '');

const finding = ([place, form]) => {
  const { sources, forms } = work.findings[place];
  const { headline, lead, say: says, law, views, doThis, contacts } = forms[form];
  return `<article><h2>${say(headline)}</h2>${lead === null ? '' : `<p>${say(lead)}</p>`}${say(says)}${say(law)}${views.map(say).join('')}${say(doThis)}${
    list(contacts.map((it) => contact(work.contacts[it])))}${list(sources.map((it) => source(work.sources[it])))}</article>`;
};

// The result as HTML: what was found, what was told, and everything else there is to read behind a disclosure.
export const resultOf = (found, told) =>
  `<section data-screen="result">${found.map(finding).join('')}${list(told.map((text) => `<li>${text}</li>`))}<details data-rest><summary>…</summary></details></section>`;

addEventListener('toggle', ({ target }) => {
  if (target.open && target.matches('[data-rest]') && target.children.length === 1)
    target.insertAdjacentHTML('beforeend', list(work.rest[chosen.language].map((text) => `<li>${text}</li>`)));
}, true);

// The choice of language and voice, above the page. `again` draws it in them.
export const choices = (again) => {
  const bar = document.createElement('div');
  const select = (name, options) => {
    const it = document.createElement('select');
    it.setAttribute('aria-label', name);
    it.append(...options.map((text, place) => new Option(text, place)));
    it.value = chosen[name];
    it.onchange = () => {
      chosen[name] = Number(it.value);
      bar.remove();
      choices(again);
      again();
    };
    return it;
  };
  bar.append(select('language', work.languages.map(({ name }) => name)), select('voice', work.voices.map(say)));
  document.body.prepend(bar);
};

export default work;
