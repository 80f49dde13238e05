import { asset } from '../../platform/markup/assets.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Progress } from '../../platform/markup/notices.js';
import { deckLink } from '../../decks/deck-address.shared.js';
import type { UnitProgress } from './completion.policy.js';
import type { Bookmark } from './course-progress.js';
import { progressTexts } from './text.js';

interface StudentSideProps {
  readonly progress: UnitProgress;
  readonly bookmark: Bookmark | null;
  /** The course's slug. */
  readonly course: string;
}

/** How far a student came with the unit, and the way back to the slide where they stopped. */
export const StudentSide = ({ progress, bookmark, course }: StudentSideProps) => {
  const t = useText(progressTexts);
  const { done, of, stage } = progress;
  return (
    <aside class="unit-side student-side" aria-labelledby="h-progress" data-mark="side">
      <h2 id="h-progress">{t.title}</h2>
      <Progress value={done} max={of} label={t.done(done, of)} />
      <p class="meta">{stage === 'done' ? t.complete : t.done(done, of)}</p>
      {bookmark && <ResumeLink bookmark={bookmark} course={course} />}
      <p class="meta">{t.asked}</p>
      <script type="module" src={asset('marks.js')} />
    </aside>
  );
};

export const ResumeLink = ({ bookmark, course }: { readonly bookmark: Bookmark; readonly course: string }) => {
  const t = useText(progressTexts);
  return (
    <LinkButton kind="primary" iconAfter="right" href={deckLink(bookmark.language, bookmark.unit, course, bookmark.slide)}>
      {t.resume(bookmark.slide)}
    </LinkButton>
  );
};

/** How far one came with a unit, where units are listed; nothing of one that is still ahead. */
export const ProgressInBrief = ({ progress }: { readonly progress: UnitProgress }) => {
  const t = useText(progressTexts);
  const { done, of, stage } = progress;
  if (stage === 'ahead' || of === 0) return null;
  if (stage === 'done')
    return (
      <span class="meta fin">
        <Icon name="check" /> {t.finished}
      </span>
    );
  return (
    <span class="in-brief">
      <span class="meta">{t.short(done, of)}</span>
      <Progress value={done} max={of} label={t.short(done, of)} />
    </span>
  );
};

/** The same in the units’ rail, in a word. */
export const WayInBrief = ({ progress: { done, of, stage } }: { readonly progress: UnitProgress }) => {
  const t = useText(progressTexts);
  if (stage === 'ahead' || of === 0) return null;
  if (stage === 'begun') return <span class="way">{t.short(done, of)}</span>;
  return (
    <span class="way fin">
      <Icon name="check" /> {t.finished}
    </span>
  );
};
