import { scaleBand, scaleLinear } from 'd3-scale';
import { useText } from '../../platform/markup/frame.js';
import { type QuestionResult, shareOf } from './results.js';
import { resultsTexts } from './text.js';

const WIDTH = 340;
const ROW = 44;
/** Room for the number of a question on the left, and for a percentage on the right. */
const [LEFT, RIGHT] = [26, 46];
/** Below the bars, for the words of the axis. */
const AXIS = 22;

/** How many found each question, at their first try and at their best: the picture of the table beside it. */
export const QuestionsChart = ({ questions }: { readonly questions: readonly QuestionResult[] }) => {
  const t = useText(resultsTexts).check;
  const height = questions.length * ROW;
  const x = scaleLinear([0, 100], [LEFT, WIDTH - RIGHT]);
  const y = scaleBand(
    questions.map(({ id }) => id),
    [0, height],
  ).paddingInner(0.36);
  const [hardest] = questions;
  return (
    <figure class="chart questions-chart">
      <figcaption>
        {t.chart}
        <small>{t.chartNote}</small>
      </figcaption>
      <ul role="list" class="legend meta">
        <li>
          <i class="first" /> {t.columns.first}
        </li>
        <li>
          <i class="best" /> {t.columns.best}
        </li>
      </ul>
      <svg
        viewBox={`0 0 ${WIDTH} ${height + AXIS}`}
        role="img"
        aria-label={hardest && t.finding(hardest.number, hardest.firstRight, hardest.people)}
      >
        {[0, 50, 100].map((percent) => (
          <g key={percent} class="axis">
            <line class="grid" x1={x(percent)} x2={x(percent)} y1={0} y2={height} />
            <text x={x(percent)} y={height + AXIS - 6} text-anchor="middle">
              {t.percent(percent)}
            </text>
          </g>
        ))}
        {questions.map((question) => (
          <Bars key={question.id} question={question} x={x} top={y(question.id) ?? 0} height={y.bandwidth()} />
        ))}
      </svg>
    </figure>
  );
};

interface BarsProps {
  readonly question: QuestionResult;
  readonly x: (percent: number) => number;
  readonly top: number;
  readonly height: number;
}

const Bars = ({ question: { number, people, firstRight, everRight }, x, top, height }: BarsProps) => {
  const t = useText(resultsTexts).check;
  const [first, best] = [shareOf(firstRight, people), shareOf(everRight, people)];
  const [thick, thin] = [height * 0.62, height * 0.38];
  return (
    <g>
      <text x={LEFT - 8} y={top + height / 2} text-anchor="end" dominant-baseline="central" class="number">
        {number}
      </text>
      <rect class="first" x={x(0)} y={top} width={x(first) - x(0)} height={thick} />
      <rect class="best" x={x(0)} y={top + thick} width={x(best) - x(0)} height={thin} />
      <text x={x(first) + 6} y={top + thick / 2} dominant-baseline="central" class="share">
        {people > 0 ? t.percent(first) : '–'}
      </text>
      {people > 0 && (
        <text x={x(best) + 6} y={top + thick + thin / 2} dominant-baseline="central" class="share">
          {t.percent(best)}
        </text>
      )}
    </g>
  );
};
