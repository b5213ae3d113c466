// The same with SurveyJS, as its guide for a plain page has it: a model from JSON, rendered into an element. A page
// for each question, shown by an expression.
import { Model } from 'survey-core';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import work from './workload.json';

const when = (after) => after.map(({ journey, question, values }) => {
  const at = `{journey} = '${journey}'`;
  return question ? `(${at} and {${question}} anyof [${values.map((value) => `'${value}'`).join(', ')}])` : `(${at})`;
}).join(' or ') || 'false';

const text = ({ label, law, hint }) => [label, law, hint].filter(Boolean).join(' – ');
const details = (name, html) => `<details><summary>${name}</summary>${html}</details>`;

const pages = [
  {
    name: 'start',
    elements: [{
      type: 'radiogroup', name: 'journey', title: work.words.journeysAsk, isRequired: true,
      choices: work.journeys.map(({ id, label, more }) => ({ value: id, text: `${label} – ${more}` })),
    }],
  },
  ...work.questions.map((question) => ({
    name: `page-${question.id}`,
    visibleIf: when(question.after),
    elements: [
      {
        type: 'html', name: `help-${question.id}`,
        html: (question.hint || '') + details(work.words.findOut, question.findOut) + details(work.words.why, question.why),
      },
      {
        type: question.ticks ? 'checkbox' : 'radiogroup', name: question.id, title: question.ask,
        isRequired: true, requiredErrorText: question.error,
        choices: question.values.map((value) => ({ value: value.id, text: text(value) })),
      },
    ],
  })),
  {
    name: 'result',
    elements: [
      ...work.findings.map(({ id, headline, say, law, doThis, after }) => ({
        type: 'html', name: `result-${id}`, visibleIf: when(after),
        html: `<h2>${headline}</h2>${say}${doThis || ''}${law || ''}`,
      })),
      ...work.questions.flatMap(({ id, ticks, values }) => values.map(({ id: value, told }) => ({
        type: 'html', name: `told-${id}-${value}`, html: `<p>${told}</p>`,
        visibleIf: `{${id}} ${ticks ? 'contains' : '='} '${value}'`,
      }))),
    ],
  },
];

const survey = new Model({
  showQuestionNumbers: false, showProgressBar: false, focusFirstQuestionAutomatic: true,
  pagePrevText: work.words.back, pageNextText: work.words.goOn, completeText: work.words.goOn, pages,
});
survey.render(document.getElementById('app'));
