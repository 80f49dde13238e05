import type { ComponentChildren } from 'preact';
import { useLang, useText } from '../../platform/markup/frame.js';
import { useViewAsAddress } from '../../platform/markup/view-as.js';
import { Icon, type IconName } from '../../platform/markup/icons.js';
import { Time } from '../../platform/markup/time.js';
import type { StudentHome } from '../course/home.js';
import { homeTexts } from '../text.js';
import { useDeckAddress } from './deck-address.js';
import { useStageAddress } from './stage-address.js';
import type { UnitStep } from './unit-steps.js';

type WeekStepsProps = Pick<StudentHome, 'unit' | 'deck' | 'steps' | 'progress' | 'dueThisWeek' | 'course' | 'zone' | 'now'>;

/** What there is to do this week. A tick stands only where something proves that it is done, or the student said so. */
export const WeekSteps = (props: WeekStepsProps) => {
  const t = useText(homeTexts).week;
  const { unit, deck, steps, progress, dueThisWeek, course } = props;
  const isOpen = unit?.isOpen && steps.length > 0;
  const slides = unit && !unit.isOpen && deck?.isOpen ? `/slides/${deck.lang}/${unit.key}` : null;
  if (!isOpen && !slides && dueThisWeek.length === 0) return null;
  const { done, of } = (unit && progress.units.get(unit.key)) ?? { done: 0, of: 0 };
  return (
    <section aria-labelledby="week">
      <header class="head">
        <h2 id="week">{t.title}</h2>
        {isOpen && <p class="meta">{t.done(done, of)}</p>}
      </header>
      <ul role="list" class="steps">
        {isOpen && steps.map((step) => <UnitStepLine key={step.item.key} step={step} unit={unit} deck={deck} course={course} />)}
        {slides && (
          <Step icon="slides" href={slides} meta={t.slideCount(deck?.slides ?? 0)}>
            {t.slides}
          </Step>
        )}
        <DueSteps {...props} />
      </ul>
    </section>
  );
};

interface UnitStepLineProps extends Pick<WeekStepsProps, 'deck' | 'course'> {
  readonly unit: NonNullable<WeekStepsProps['unit']>;
  readonly step: UnitStep;
}

const UnitStepLine = ({ step: { item, standing, size }, unit, deck, course }: UnitStepLineProps) => {
  const [t, seen, deckAt] = [useText(homeTexts).week, useViewAsAddress(), useDeckAddress(course)];
  const page = `/courses/${course}/units/${unit.key}`;
  const isDone = standing.is === 'done';
  const look = (icon: IconName) => (isDone ? 'done' : icon);
  switch (item.kind) {
    case 'reading':
      return (
        <Step icon={look('file')} href={seen(`${page}#mark-${encodeURIComponent(item.key)}`)} meta={t.minutes(size)}>
          {t.read} <span lang={`${item.reading?.language}-CA`}>{item.reading?.title}</span>
        </Step>
      );
    case 'deck':
      return (
        <Step icon={look('slides')} href={deckAt(deck?.lang ?? 'fr', unit.key)} meta={t.slideCount(size)}>
          {t.slides}
        </Step>
      );
    case 'self-check':
      return (
        <Step icon={look('message')} href={seen(`${page}#self-check`)} meta={t.questions(size)}>
          {t.selfCheck}
        </Step>
      );
    case 'workshop':
      return (
        <Step icon={look('tool')} href={seen(`${page}#workshop`)} meta={t.inClass(size)}>
          {t.workshop}
        </Step>
      );
  }
};

const DueSteps = ({ dueThisWeek, course, zone, now }: WeekStepsProps) => {
  const [t, lang, stageAt] = [useText(homeTexts).week, useLang(), useStageAddress(course)];
  return (
    <>
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
    </>
  );
};

interface StepProps {
  readonly icon: IconName | 'done';
  readonly href: string;
  readonly meta: ComponentChildren;
  readonly children: ComponentChildren;
}

const Step = ({ icon, href, meta, children }: StepProps) => {
  const t = useText(homeTexts).week;
  const isDone = icon === 'done';
  return (
    <li class={isDone ? 'done' : undefined}>
      <span class={isDone ? 'tick' : 'step-icon'}>
        <Icon name={isDone ? 'check' : icon} />
      </span>
      <span>
        <a href={href}>{children}</a>
        {isDone && <span class="sr">{` ${t.isDone}`}</span>}
      </span>
      <span class="meta">{meta}</span>
    </li>
  );
};
