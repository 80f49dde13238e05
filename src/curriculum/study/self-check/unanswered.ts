import type { Lang } from '../../../kernel/localised.js';
import type { FormProblems } from '../../../platform/http/form.js';
import { studyTexts } from '../text.js';
import type { Answers } from './judging.js';
import { answerField } from './self-check.shared.js';
import type { Unanswered } from './self-check.service.js';

/** The form as it comes back: what was chosen, and which questions still want an answer. */
export const problemsIn = (answers: Answers, { questions }: Unanswered, lang: Lang): FormProblems => ({
  typed: Object.fromEntries([...answers].map(([question, chosen]) => [answerField(question), chosen.join()])),
  errors: Object.fromEntries(questions.map((question) => [answerField(question), studyTexts[lang].check.unanswered])),
});
