import type { AssignmentSpec, Rubric, RubricCriterion, RubricLevel } from '../../assignments/index.js';
import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { sumPoints } from '../../kernel/points.js';
import { submissionTexts } from '../text.js';

interface RubricViewProps {
  readonly rubric: Rubric;
  readonly stages: AssignmentSpec['stages'];
}

/** The whole rubric to read: a table where there is room, a card for each criterion where there is not. */
export const RubricView = ({ rubric, stages }: RubricViewProps) => {
  const t = useText(submissionTexts).brief.rubric;
  const total = sumPoints(rubric.criteria.map(({ points }) => points));
  return (
    <section class="stack gap5" aria-labelledby="rubric">
      <div class="stack gap2">
        <h2 id="rubric">{t.title}</h2>
        <p class="soft">{t.lede(rubric.criteria.length, total)}</p>
      </div>
      {stages.map((stage) => (
        <StageCriteria key={stage.key} stage={stage} criteria={rubric.criteria.filter((criterion) => criterion.stage === stage.key)} />
      ))}
      <Gate gate={rubric.gate} />
    </section>
  );
};

/** Roles are said outright: where the rows become cards, the browser no longer takes them for a table. */
const StageCriteria = ({ stage, criteria }: { stage: AssignmentSpec['stages'][number]; criteria: readonly RubricCriterion[] }) => {
  const t = useText(submissionTexts);
  const lang = useLang();
  return (
    <table class="table read-rubric" role="table">
      <caption>{`${t.stage(stage.number)} · ${stage.title[lang]}`}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t.brief.rubric.criterion}
          </th>
          {criteria[0]?.levels.map((level) => (
            <th key={level.key} scope="col" role="columnheader">
              {level.name[lang]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {criteria.map((criterion) => (
          <tr key={criterion.key} role="row">
            <th scope="row" role="rowheader">
              <span class="criterion-name">{criterion.title[lang]}</span>
              <span class="meta">{t.points(criterion.points)}</span>
            </th>
            {criterion.levels.map((level) => (
              <LevelCell key={level.key} level={level} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const LevelCell = ({ level }: { level: RubricLevel }) => {
  const t = useText(submissionTexts).brief.rubric;
  const lang = useLang();
  return (
    <td role="cell" data-level={level.name[lang]}>
      <b class="num">{t.range(numberText(lang, level.from), numberText(lang, level.to))}</b>
      <p>{level.description[lang]}</p>
    </td>
  );
};

const Gate = ({ gate }: Pick<Rubric, 'gate'>) => {
  const t = useText(submissionTexts).brief.rubric;
  const lang = useLang();
  return (
    <div class="stack gap3">
      <div class="stack gap1">
        <h3>{t.gate}</h3>
        <p class="soft small">{t.gateLede}</p>
      </div>
      <table class="table read-rubric gate" role="table">
        <caption class="sr">{gate.title[lang]}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[t.gateLevel, t.gateMeaning, t.gateConsequence].map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {gate.levels.map((level) => (
            <tr key={level.key} role="row">
              <th scope="row" role="rowheader">
                <span class="criterion-name">{level.name[lang]}</span>
              </th>
              <td role="cell" data-level={t.gateMeaning}>
                {level.description[lang]}
              </td>
              <td role="cell" data-level={t.gateConsequence}>
                {level.consequence[lang]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
