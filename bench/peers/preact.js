// A page as somebody would write it by hand with Preact: one screen at a time, a table of what follows what.
import { Fragment, h, render } from 'preact';
import { useState } from 'preact/hooks';
import work from './workload.json';
import './preact.css';

const key = (journey, question, value) => [journey, question, value].join('/');
const follows = (list) => {
  const table = new Map();
  for (const item of list)
    for (const { journey, question, values } of item.after)
      for (const value of values.length ? values : [''])
        table.set(key(journey, question || '', value), [...(table.get(key(journey, question || '', value)) || []), item]);
  return table;
};
const questions = follows(work.questions);
const findings = follows(work.findings);
const Rich = ({ html }) => html && h('div', { dangerouslySetInnerHTML: { __html: html } });
const Details = ({ name, html }) => h('details', null, h('summary', null, name), h(Rich, { html }));

function Start({ on }) {
  return h('section', { 'data-screen': 'start' }, h('h1', null, work.words.journeysAsk),
    work.journeys.map(({ id, label, more }) =>
      h('button', { type: 'button', value: id, onClick: () => on(id) }, h('b', null, label), h('span', null, more))));
}

function Question({ question, on, back }) {
  const [wrong, setWrong] = useState(false);
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target).getAll(question.id);
    if (values.length) on(values);
    else setWrong(true);
  };
  return h('form', { 'data-question': question.id, onSubmit: submit, autocomplete: 'off', key: question.id },
    h('button', { type: 'button', onClick: back }, work.words.back),
    h('fieldset', null, h('legend', null, h('h1', null, question.ask)),
      h(Rich, { html: question.hint }),
      h(Details, { name: work.words.findOut, html: question.findOut }),
      h(Details, { name: work.words.why, html: question.why }),
      wrong && h('p', { role: 'alert' }, question.error),
      question.values.map(({ id, label, law, hint }) => h('label', { key: id },
        h('input', { type: question.ticks ? 'checkbox' : 'radio', name: question.id, value: id }),
        h('span', null, label, law && h('small', null, ' ', law), hint && h('small', null, hint))))),
    h('button', { type: 'submit' }, work.words.goOn));
}

function Result({ found, told }) {
  return h('section', { 'data-screen': 'result' },
    found.map(({ id, headline, say, law, doThis }) => h('article', { key: id }, h('h2', null, headline),
      h(Rich, { html: say }), h(Rich, { html: doThis }), h(Rich, { html: law }))),
    h('ul', null, told.map((text) => h('li', null, text))));
}

function App() {
  const [steps, setSteps] = useState([]);
  const answer = (question) => (values) => setSteps([...steps, { question, values }]);
  const [first] = steps;
  if (!first) return h(Start, { on: (id) => setSteps([{ question: null, values: [id] }]) });
  const [journey] = first.values;
  const { question, values } = steps[steps.length - 1];
  const at = key(journey, question ? question.id : '', question ? values[0] : '');
  const next = (questions.get(at) || [])[0];
  if (next) return h(Question, { question: next, on: answer(next), back: () => setSteps(steps.slice(0, -1)), key: next.id });
  const told = steps.slice(1).flatMap((step) =>
    step.question.values.filter(({ id }) => step.values.includes(id)).map((value) => value.told));
  return h(Result, { found: findings.get(at) || [], told });
}

render(h(Fragment, null, h(App)), document.getElementById('app'));
