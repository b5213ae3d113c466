// The same with the form-js viewer, as its README has it: a schema, imported into a form. It has no pages, so each
// question comes below the one before it, shown by an expression in FEEL. What was told stands above, in the form.
import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import work from './workload.json';

// FEEL would read `F-WHERE` as a subtraction.
const name = (id) => id.replaceAll('-', '_');
const ticks = new Set(work.questions.filter((question) => question.ticks).map(({ id }) => id));
const is = (id, value) => (ticks.has(id) ? `list contains(${name(id)}, "${value}")` : `${name(id)} = "${value}"`);
const unless = (conditions) => ({ hide: `=if ${conditions.join(' or ') || 'false'} then false else true` });
const when = (after) => unless(after.map(({ journey, question, values }) => {
  const at = `journey = "${journey}"`;
  return question ? `(${at} and (${values.map((value) => is(question, value)).join(' or ')}))` : `(${at})`;
}));

const text = ({ label, law, hint }) => [label, law, hint].filter(Boolean).join(' – ');

const components = [
  {
    type: 'radio', id: 'journey', key: 'journey', label: work.words.journeysAsk, validate: { required: true },
    values: work.journeys.map(({ id, label, more }) => ({ value: id, label: `${label} – ${more}` })),
  },
  ...work.questions.flatMap((question) => [
    {
      type: 'html', id: `help_${name(question.id)}`, conditional: when(question.after),
      content: (question.hint || '') + question.findOut + question.why,
    },
    {
      type: question.ticks ? 'checklist' : 'radio', id: name(question.id), key: name(question.id), label: question.ask,
      conditional: when(question.after), validate: { required: true },
      values: question.values.map((value) => ({ value: value.id, label: text(value) })),
    },
  ]),
  ...work.findings.map(({ id, headline, say, law, doThis, after }) => ({
    type: 'html', id: `result_${name(id)}`, conditional: when(after),
    content: `<h2>${headline}</h2>${say}${doThis || ''}${law || ''}`,
  })),
];

const form = new Form({ container: document.getElementById('app') });
await form.importSchema({ type: 'default', components }, {});
