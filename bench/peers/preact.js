// A page as somebody would write it by hand with Preact: one screen at a time, a table of what follows what.
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import work, { choices, foundAfter, resultOf, say } from './words.js';
import './preact.css';

const key = (journey, question, value) => [journey, question || '', value || ''].join('/');
const follows = new Map();
for (const question of work.questions)
  for (const { journey, question: asked, values } of question.after)
    for (const value of values.length ? values : ['']) follows.set(key(journey, asked, value), question);

const Rich = ({ html }) => html && h('div', { dangerouslySetInnerHTML: { __html: html } });
const Details = ({ name, html }) => h('details', null, h('summary', null, name), h(Rich, { html }));
// Texts stand as HTML in the workload.
const Text = ({ text, as = 'span' }) => text && h(as, { dangerouslySetInnerHTML: { __html: text } });

function Start({ on }) {
  return h('section', { 'data-screen': 'start' }, h(Text, { as: 'h1', text: say(work.words.journeysAsk) }),
    work.journeys.map(({ id, label, more }) =>
      h('button', { type: 'button', value: id, onClick: () => on(id) },
        h(Text, { as: 'b', text: say(label) }), h(Text, { text: say(more) }))));
}

function Question({ question, on, back }) {
  const [wrong, setWrong] = useState(false);
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target).getAll(question.id);
    if (values.length) on(values);
    else setWrong(true);
  };
  return h('form', { 'data-question': question.id, onSubmit: submit, autocomplete: 'off' },
    h('button', { type: 'button', onClick: back }, say(work.words.back)),
    h('fieldset', null, h('legend', null, h(Text, { as: 'h1', text: say(question.ask) })),
      h(Rich, { html: say(question.hint) }),
      h(Details, { name: say(work.words.findOut), html: say(question.findOut) }),
      h(Details, { name: say(work.words.why), html: say(question.why) }),
      wrong && h('p', { role: 'alert' }, h(Text, { text: say(question.error) })),
      question.values.map(({ id, label, law, hint }) => h('label', { key: id },
        h('input', { type: question.ticks ? 'checkbox' : 'radio', name: question.id, value: id }),
        h('span', null, h(Text, { text: say(label) }), h(Text, { as: 'small', text: say(law) }),
          h(Text, { as: 'small', text: say(hint) }))))),
    h('button', { type: 'submit' }, say(work.words.goOn)));
}

function App() {
  const [steps, setSteps] = useState([]);
  const answer = (question) => (values) => setSteps([...steps, { question, values }]);
  const [first] = steps;
  if (!first) return h(Start, { on: (id) => setSteps([{ question: null, values: [id] }]) });
  const [journey] = first.values;
  const { question, values } = steps[steps.length - 1];
  const next = follows.get(key(journey, question && question.id, question && values[0]));
  if (next) return h(Question, { question: next, on: answer(next), back: () => setSteps(steps.slice(0, -1)), key: next.id });
  const told = steps.slice(1).flatMap((step) =>
    step.question.values.filter(({ id }) => step.values.includes(id)).map((value) => say(value.told)));
  return h(Rich, { html: resultOf(foundAfter(journey, question && question.id, question && values[0]) || [], told) });
}

const draw = () => render(h(App), document.getElementById('app'));
choices(draw);
draw();
