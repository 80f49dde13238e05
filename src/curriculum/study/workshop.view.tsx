import type { Localised } from '../../kernel/localised.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import type { ContentSource } from '../shelf.js';
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
  const Title = sheet ? 'h2' : 'h1';
  return (
    <section id="workshop" class="work" aria-labelledby="h-workshop">
      <p class="row meta">
        <Badge kind="now" icon="tool">
          {t.badge}
        </Badge>
        <span>{t.minutes(minutes)}</span>
      </p>
      <Title id="h-workshop">{title[lang]}</Title>
      <p class="purpose">{purpose[lang]}</p>
      <Points title={t.bring} points={bring} />
      <div class="part">
        <h3>{t.steps}</h3>
        <ol class="prose work-steps">
          {steps.map((step) => (
            <li key={step.text.fr}>
              <span>{step.text[lang]}</span> <span class="meta">{t.stepMinutes(step.minutes)}</span>
            </li>
          ))}
        </ol>
      </div>
      <Points title={t.handOver} points={handOver} />
      <Points title={t.debrief} points={debrief} />
      {sheet && (
        <LinkButton href={sheet} icon="file">
          {t.sheet}
        </LinkButton>
      )}
      <SourceNote source={source} />
    </section>
  );
};

const Points = ({ title, points }: { title: string; points: readonly Localised[] }) => {
  const lang = useLang();
  if (points.length === 0) return null;
  return (
    <div class="part">
      <h3>{title}</h3>
      <ul class="small">
        {points.map((point) => (
          <li key={point.fr}>{point[lang]}</li>
        ))}
      </ul>
    </div>
  );
};
