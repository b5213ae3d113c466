// The same with SurveyJS, as its guide for a plain page has it: a model from JSON, rendered into an element. A page
// for each question, shown by an expression; the last page is filled in when it comes.
import { Model } from 'survey-core';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import work, { choices, foundAfter, resultOf, say } from './words.js';

const when = (after) => after.map(({ journey, question, values }) => {
  const at = `{journey} = '${journey}'`;
  return question ? `(${at} and {${question}} anyof [${values.map((value) => `'${value}'`).join(', ')}])` : `(${at})`;
}).join(' or ') || 'false';

const text = ({ label, law, hint }) => [label, law, hint].map(say).filter(Boolean).join(' – ');
const details = (name, html) => `<details><summary>${name}</summary>${html}</details>`;

const pages = () => [
  {
    name: 'start',
    elements: [{
      type: 'radiogroup', name: 'journey', title: say(work.words.journeysAsk), isRequired: true,
      choices: work.journeys.map(({ id, label, more }) => ({ value: id, text: `${say(label)} – ${say(more)}` })),
    }],
  },
  ...work.questions.map((question) => ({
    name: `page-${question.id}`,
    visibleIf: when(question.after),
    elements: [
      {
        type: 'html', name: `help-${question.id}`,
        html: say(question.hint) + details(say(work.words.findOut), say(question.findOut)) + details(say(work.words.why), say(question.why)),
      },
      {
        type: question.ticks ? 'checkbox' : 'radiogroup', name: question.id, title: say(question.ask),
        isRequired: true, requiredErrorText: say(question.error),
        choices: question.values.map((value) => ({ value: value.id, text: text(value) })),
      },
    ],
  })),
  { name: 'result', elements: [{ type: 'html', name: 'result' }] },
];

// The last answer that counts decides; what was told, in the order of asking.
const result = (data) => {
  const asked = work.questions.filter(({ id }) => data[id] !== undefined);
  const values = ({ id }) => [data[id]].flat();
  const found = asked.map((question) => foundAfter(data.journey, question.id, values(question)[0])).find(Boolean)
    || foundAfter(data.journey) || [];
  const told = asked.flatMap((question) =>
    question.values.filter(({ id }) => values(question).includes(id)).map((value) => say(value.told)));
  return resultOf(found, told);
};

const draw = () => {
  const survey = new Model({
    showQuestionNumbers: false, showProgressBar: false, focusFirstQuestionAutomatic: true,
    pagePrevText: say(work.words.back), pageNextText: say(work.words.goOn), completeText: say(work.words.goOn), pages: pages(),
  });
  survey.onCurrentPageChanging.add((_, { newCurrentPage }) => {
    if (newCurrentPage.name === 'result') survey.getQuestionByName('result').html = result(survey.data);
  });
  survey.render(document.getElementById('app'));
};
choices(draw);
draw();
