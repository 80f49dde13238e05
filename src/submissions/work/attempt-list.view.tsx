import { useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { submissionAt } from '../addresses.js';
import type { AttemptSummary } from '../submitted-work.js';
import { submissionTexts } from '../text.js';

interface AttemptListProps {
  /** The course's slug. */
  readonly course: string;
  /** Newest first. */
  readonly attempts: readonly AttemptSummary[];
  readonly zone: string;
}

export const AttemptList = ({ course, attempts, zone }: AttemptListProps) => {
  const t = useText(submissionTexts);
  const { columns } = t.work;
  return (
    <section class="stack gap3" aria-labelledby="attempts">
      <h2 id="attempts">{t.work.earlier}</h2>
      {attempts.length === 0 ? (
        <p class="soft">{t.work.none}</p>
      ) : (
        <Table
          caption={t.work.earlierCaption}
          captionIs="hidden"
          columns={[columns.attempt, columns.at, columns.by, { number: columns.files }, columns.receipt]}
        >
          <tbody>
            {attempts.map((attempt) => (
              <tr key={attempt.id}>
                <th scope="row">
                  <a href={submissionAt(course, attempt.id)}>{t.attempt(attempt.attempt)}</a>
                </th>
                <td>
                  <Time at={attempt.handedInAt} form="plain" zone={zone} />{' '}
                  {attempt.daysLate > 0 && <Badge kind="warn">{t.late(attempt.daysLate)}</Badge>}
                </td>
                <td>{attempt.handedInBy}</td>
                <td class="n">{attempt.files}</td>
                <td>
                  <code class="receipt-code">{attempt.receipt}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
};
