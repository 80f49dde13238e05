import type { Localised } from '../../kernel/localised.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Own } from '../../platform/markup/shared.js';
import { ItemMark } from '../progress/item-mark.view.js';
import { WORKSHOP } from '../progress/study-items.js';
import type { ContentSource } from '../unit-cache.js';
import { SourceNote } from './source-note.view.js';
import { studyTexts } from './text.js';
import type { Workshop } from './workshop-file.js';

interface WorkshopProps {
  readonly workshop: Workshop;
  /** For the teaching team only. */
  readonly source: ContentSource | null;
  /** Where the sheet stands by itself; null where it does. */
  readonly sheet: string | null;
}

/** What a team does in class with the unit: what to bring, the steps with their minutes, what to hand over. */
export const WorkshopSection = ({ workshop, source, sheet }: WorkshopProps) => {
  const [t, lang] = [useText(studyTexts).workshop, useLang()];
  const { title, minutes, purpose, bring, steps, handOver, debrief } = workshop;
  const [Title, Part] = sheet ? (['h2', 'h3'] as const) : (['h1', 'h2'] as const);
  return (
    <section id="workshop" class="workshop-sheet" aria-labelledby="h-workshop">
      <p class="row meta">
        <Badge kind="now" icon="tool">
          {t.badge}
        </Badge>
        <span>{t.minutes(minutes)}</span>
      </p>
      <Title id="h-workshop">{title[lang]}</Title>
      <p class="purpose">{purpose[lang]}</p>
      <Points level={Part} title={t.bring} points={bring} />
      <div class="part">
        <Part class="part-title">{t.steps}</Part>
        <ol class="prose work-steps">
          {steps.map((step) => (
            <li key={step.text.fr}>
              <span>{step.text[lang]}</span> <span class="meta">{t.stepMinutes(step.minutes)}</span>
            </li>
          ))}
        </ol>
      </div>
      <Points level={Part} title={t.handOver} points={handOver} />
      <Points level={Part} title={t.debrief} points={debrief} />
      {sheet && (
        <LinkButton href={sheet} icon="file">
          {t.sheet}
        </LinkButton>
      )}
      <Own>
        <ItemMark item={WORKSHOP} kind="workshop" name={title[lang]} />
      </Own>
      <SourceNote source={source} />
    </section>
  );
};

interface PointsProps {
  readonly level: 'h2' | 'h3';
  readonly title: string;
  readonly points: readonly Localised[];
}

const Points = ({ level: Part, title, points }: PointsProps) => {
  const lang = useLang();
  if (points.length === 0) return null;
  return (
    <div class="part">
      <Part class="part-title">{title}</Part>
      <ul class="small">
        {points.map((point) => (
          <li key={point.fr}>{point[lang]}</li>
        ))}
      </ul>
    </div>
  );
};
