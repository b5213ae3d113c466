// The same with the form-js viewer, as its README has it: a schema, imported into a form. It has no pages, so each
// question comes below the one before it, shown by an expression in FEEL. The result is the page's own, below the form.
import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import work, { choices, foundAfter, resultOf, say } from './words.js';

// FEEL would read `F-WHERE` as a subtraction.
const name = (id) => id.replaceAll('-', '_');
const ticks = new Set(work.questions.filter((question) => question.ticks).map(({ id }) => id));
const is = (id, value) => (ticks.has(id) ? `list contains(${name(id)}, "${value}")` : `${name(id)} = "${value}"`);
const unless = (conditions) => ({ hide: `=if ${conditions.join(' or ') || 'false'} then false else true` });
const when = (after) => unless(after.map(({ journey, question, values }) => {
  const at = `journey = "${journey}"`;
  return question ? `(${at} and (${values.map((value) => is(question, value)).join(' or ')}))` : `(${at})`;
}));

const text = ({ label, law, hint }) => [label, law, hint].map(say).filter(Boolean).join(' – ');

const components = () => [
  {
    type: 'radio', id: 'journey', key: 'journey', label: say(work.words.journeysAsk), validate: { required: true },
    values: work.journeys.map(({ id, label, more }) => ({ value: id, label: `${say(label)} – ${say(more)}` })),
  },
  ...work.questions.flatMap((question) => [
    {
      type: 'html', id: `help_${name(question.id)}`, conditional: when(question.after),
      content: say(question.hint) + say(question.findOut) + say(question.why),
    },
    {
      type: question.ticks ? 'checklist' : 'radio', id: name(question.id), key: name(question.id), label: say(question.ask),
      conditional: when(question.after), validate: { required: true },
      values: question.values.map((value) => ({ value: value.id, label: text(value) })),
    },
  ]),
];

const below = document.createElement('div');
document.getElementById('app').after(below);
const given = (data, { id }) => [data[name(id)]].flat().filter((value) => value !== undefined && value !== null);
const answered = ({ data }) => {
  const asked = work.questions.filter((question) => given(data, question).length);
  const found = asked.map((question) => foundAfter(data.journey, question.id, given(data, question)[0])).find(Boolean)
    || foundAfter(data.journey);
  const told = () => asked.flatMap((question) =>
    question.values.filter(({ id }) => given(data, question).includes(id)).map((value) => say(value.told)));
  below.innerHTML = found ? resultOf(found, told()) : '';
};

const form = new Form({ container: document.getElementById('app') });
form.on('changed', answered);
const draw = () => {
  below.textContent = '';
  return form.importSchema({ type: 'default', components: components() }, {});
};
choices(draw);
draw();
