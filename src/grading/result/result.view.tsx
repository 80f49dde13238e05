import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Time } from '../../platform/markup/time.js';
import type { PostedCriterion } from '../posting/posted-mark.js';
import { gradingTexts } from '../text.js';
import type { Result } from './results.service.js';

interface ResultSectionProps {
  readonly result: Result;
  /** The course's zone. */
  readonly zone: string;
}

/** A posted mark: what it comes to, then each criterion beside the rubric's own words, as they stood when it was given. */
export const ResultSection = ({ result, zone }: ResultSectionProps) => {
  const [t, lang] = [useText(gradingTexts).result, useLang()];
  const { content, earned, deduction, points, postedAt } = result;
  const outOf = numberText(lang, content.outOf);
  return (
    <section class="result stack gap5" aria-labelledby="result">
      <header class="head">
        <h2 id="result">{t.heading}</h2>
        <p class="meta">
          {t.postedOn} <Time at={postedAt} form="plain" zone={zone} />
        </p>
      </header>
      <dl class="sum">
        <div class="mark">
          <dt>{t.total}</dt>
          <dd>
            <b class="num">{numberText(lang, points)}</b> <span class="num">{t.outOf(outOf)}</span>
          </dd>
        </div>
        {content.late && (
          <>
            <div>
              <dt>{t.earned}</dt>
              <dd class="num">{t.of(numberText(lang, earned), outOf)}</dd>
            </div>
            <div>
              <dt>{t.deduction}</dt>
              <dd>
                <span class="num">−{numberText(lang, deduction)}</span>{' '}
                <span class="meta">{t.lateWords(content.late.days, content.late.percentPerDay)}</span>
              </dd>
            </div>
          </>
        )}
      </dl>
      {content.comment && (
        <figure class="general">
          <figcaption class="meta">{t.general}</figcaption>
          <blockquote class="said">{content.comment}</blockquote>
        </figure>
      )}
      <h3>{t.criteria}</h3>
      {content.criteria.map((criterion) => (
        <Criterion key={criterion.key} criterion={criterion} />
      ))}
      <article class="judged">
        <header>
          <h4>{content.gate.title[lang]}</h4>
          <b>{content.gate.name[lang]}</b>
        </header>
        <p class="level-words">{content.gate.description[lang]}</p>
        {content.gate.consequence && (
          <p class="small soft">
            {t.consequence} {content.gate.consequence[lang]}
          </p>
        )}
        <Said comment={content.gate.comment} />
      </article>
    </section>
  );
};

const Criterion = ({ criterion }: { criterion: PostedCriterion }) => {
  const [t, lang] = [useText(gradingTexts).result, useLang()];
  return (
    <article class="judged">
      <header>
        <h4>{criterion.title[lang]}</h4>
        <b>
          {criterion.level.name[lang]},{' '}
          <span class="num">{t.of(numberText(lang, criterion.points), numberText(lang, criterion.outOf))}</span>
        </b>
      </header>
      <p class="level-words">{criterion.level.description[lang]}</p>
      <Said comment={criterion.comment} />
    </article>
  );
};

const Said = ({ comment }: { comment: string }) => {
  const t = useText(gradingTexts).result;
  if (!comment) return null;
  return (
    <figure>
      <figcaption class="meta">{t.comment}</figcaption>
      <blockquote class="said">{comment}</blockquote>
    </figure>
  );
};
