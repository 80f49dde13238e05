import { useText } from '../../../platform/markup/frame.js';
import { Badge } from '../../../platform/markup/notices.js';
import { Time } from '../../../platform/markup/time.js';
import { studyTexts } from '../text.js';
import type { Tries } from './self-check.shared.js';

interface TriesProps {
  readonly tries: Tries;
  /** The address of the unit. */
  readonly unit: string;
  readonly zone: string;
}

/** One’s own tries, each to be read again; the best one is marked. */
export const TryList = ({ tries: { count, newest, best }, unit, zone }: TriesProps) => {
  const t = useText(studyTexts).check;
  if (count === 0) return null;
  return (
    <section class="tries stack gap2" aria-labelledby="h-tries">
      <h3 id="h-tries">{t.tries(count)}</h3>
      <ol role="list" class="small">
        {newest.map(({ attempt, right, asked, at }) => (
          <li key={attempt} class="row">
            <a href={`${unit}?try=${attempt}#self-check`}>{t.attempt(attempt)}</a>
            <span class="soft">
              <Time at={at} zone={zone} form="plain" />
            </span>
            {attempt === best?.attempt && <Badge kind="ok">{t.best}</Badge>}
            <b class="num push">{t.result(right, asked)}</b>
          </li>
        ))}
      </ol>
      {count > newest.length && <p class="meta">{t.newest(newest.length)}</p>}
    </section>
  );
};
