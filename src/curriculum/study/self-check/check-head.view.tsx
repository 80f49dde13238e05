import { useText } from '../../../platform/markup/frame.js';
import { studyTexts } from '../text.js';

interface HeadProps {
  readonly count: number;
  readonly counts: boolean;
  /** The question that is shown, counted from 1; none where all or no questions are. */
  readonly number?: number | undefined;
}

/** The section’s title, where one is in it, and whether it counts: said plainly to whoever tries. */
export const CheckHead = ({ count, counts, number }: HeadProps) => {
  const t = useText(studyTexts).check;
  const where = number === undefined ? t.questions(count) : t.position(number, count);
  return (
    <header>
      <h2 id="h-self-check">{t.title}</h2>
      <p class="meta push">
        {where}, {counts ? <b>{t.counts}</b> : t.noMark}
      </p>
    </header>
  );
};
