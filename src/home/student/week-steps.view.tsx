import type { ComponentChildren } from 'preact';
import { useLang, useText } from '../../platform/markup/frame.js';
import { useSeenAddress } from '../../platform/markup/guise.js';
import { Icon, type IconName } from '../../platform/markup/icons.js';
import { Time } from '../../platform/markup/time.js';
import type { StudentHome } from '../course/home.js';
import { homeTexts } from '../text.js';
import { useStageAddress } from './stage-address.js';

type WeekStepsProps = Pick<StudentHome, 'unit' | 'deck' | 'dueThisWeek' | 'course' | 'zone' | 'now'>;

/** What there is to do this week. A tick stands only where something proves that it is done. */
export const WeekSteps = ({ unit, deck, dueThisWeek, course, zone, now }: WeekStepsProps) => {
  const [t, lang] = [useText(homeTexts).week, useLang()];
  const [seen, stageAt] = [useSeenAddress(), useStageAddress(course)];
  const essential = unit?.isOpen ? unit.readings.filter(({ kind }) => kind === 'essential') : [];
  const slides = unit && deck?.isOpen ? `/slides/${deck.lang}/${unit.key}` : null;
  if (essential.length === 0 && !slides && dueThisWeek.length === 0) return null;
  return (
    <section aria-labelledby="week">
      <header class="head">
        <h2 id="week">{t.title}</h2>
      </header>
      <ul role="list" class="steps">
        {unit && essential.length > 0 && (
          <Step
            icon="file"
            href={seen(`/courses/${course}/units/${unit.key}#readings`)}
            meta={t.minutes(essential.reduce((sum, { minutes }) => sum + minutes, 0))}
          >
            {t.read(essential.length)}
          </Step>
        )}
        {slides && (
          <Step icon="slides" href={slides} meta={t.slideCount(deck?.slides ?? 0)}>
            {t.slides}
          </Step>
        )}
        {dueThisWeek.map(({ assignment, stage, handedInAt }) => (
          <Step
            key={stage.id}
            icon={handedInAt ? 'done' : 'upload'}
            href={stageAt(assignment, stage.spec.key)}
            meta={
              <>
                {handedInAt ? t.handedIn : stage.dueAt < now ? t.late : t.due} <Time at={handedInAt ?? stage.dueAt} zone={zone} />
              </>
            }
          >
            {t.handIn(stage.spec.number, stage.spec.title[lang])}
          </Step>
        ))}
      </ul>
    </section>
  );
};

interface StepProps {
  readonly icon: IconName | 'done';
  readonly href: string;
  readonly meta: ComponentChildren;
  readonly children: ComponentChildren;
}

const Step = ({ icon, href, meta, children }: StepProps) => (
  <li class={icon === 'done' ? 'done' : undefined}>
    <span class={icon === 'done' ? 'tick' : 'step-icon'}>
      <Icon name={icon === 'done' ? 'check' : icon} />
    </span>
    <a href={href}>{children}</a>
    <span class="meta">{meta}</span>
  </li>
);
