import { bytesText } from '../platform/markup/amounts.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Icon } from '../platform/markup/icons.js';
import { Badge, Banner } from '../platform/markup/notices.js';
import { Card, Facts } from '../platform/markup/components.js';
import { Time } from '../platform/markup/time.js';
import { submissionAt } from './addresses.js';
import type { SubmittedWork } from './submitted-work.js';
import { submissionTexts } from './text.js';
import { KeptTexts } from './work/kept-texts.view.js';

interface ReceiptCardProps {
  readonly work: Omit<SubmittedWork, 'texts' | 'assignment'>;
  /** The course's zone. */
  readonly zone: string;
}

/** What proves that work was handed in: the number, the moment with its zone, who, and each file with its hash. */
export const ReceiptCard = ({ work, zone }: ReceiptCardProps) => {
  const t = useText(submissionTexts);
  const lang = useLang();
  const { receipt: r } = t;
  return (
    <Card labelledBy="receipt" class="stack gap4">
      <div class="row">
        <h2 id="receipt">{r.title}</h2>
        {work.daysLate > 0 ? (
          <Badge kind="warn" icon="clock">
            {t.late(work.daysLate)}
          </Badge>
        ) : (
          <Badge kind="ok" icon="check">
            {r.punctual}
          </Badge>
        )}
      </div>
      {work.latestAttempt > work.attempt && <Banner>{r.newer(work.latestAttempt)}</Banner>}
      <Facts
        of={[
          [r.code, <code class="receipt-code">{work.receipt}</code>],
          [r.team, work.team.name],
          [r.stage, `${work.stage.spec.number}, ${work.stage.spec.title[lang]}`],
          [r.attempt, work.attempt],
          [r.at, <Time at={work.handedInAt} form="stamp" zone={zone} />],
          [r.by, work.handedInBy],
          [r.due, <Time at={work.dueAt} form="stamp" zone={zone} />],
          [r.members, work.members.map(({ name }) => name).join(', ')],
        ]}
      />
      {work.daysLate > 0 && <p class="small soft">{r.late(work.daysLate)}</p>}
      <Hashes files={work.files} />
    </Card>
  );
};

const Hashes = ({ files }: Pick<SubmittedWork, 'files'>) => {
  const { receipt: r } = useText(submissionTexts);
  const lang = useLang();
  if (files.length === 0) return <p class="small soft">{r.noFiles}</p>;
  return (
    <div class="stack gap2">
      <h3>{r.files}</h3>
      <ul role="list" class="hashes">
        {files.map(({ id, name, size, sha256 }) => (
          <li key={id}>
            <span>{name}</span>
            <span class="meta num">{bytesText(lang, size)}</span>
            <span class="meta">
              {r.hash} <code>{sha256}</code>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

interface SubmittedTextProps {
  readonly work: Pick<SubmittedWork, 'stage' | 'texts'>;
  /** What the texts' headings are under. */
  readonly level?: 'h2' | 'h3' | 'h4';
}

/** The texts of an attempt, each under the question it answers. */
export const SubmittedText = ({ work, level = 'h3' }: SubmittedTextProps) => (
  <KeptTexts stage={work.stage} texts={work.texts} level={level} />
);

interface SubmittedFilesProps {
  readonly work: Pick<SubmittedWork, 'id' | 'stage' | 'files'>;
  /** The course's slug, for the addresses of the files. */
  readonly course: string;
}

/** The files of an attempt, each to be downloaded, under the deliverable it answers. */
export const SubmittedFiles = ({ work, course }: SubmittedFilesProps) => {
  const t = useText(submissionTexts).receipt;
  const lang = useLang();
  if (work.files.length === 0) return <p class="soft small">{t.noFiles}</p>;
  const labelOf = (key: string): string => work.stage.spec.deliverables.find((asked) => asked.key === key)?.label[lang] ?? key;
  return (
    <ul role="list" class="attached">
      {work.files.map(({ id, name, size, deliverable }) => (
        <li key={id}>
          <Icon name="file" />
          <span>
            <a href={`${submissionAt(course, work.id)}/files/${id}`}>{name}</a>
            <br />
            <span class="meta">{labelOf(deliverable)}</span>
          </span>
          <span class="meta num">{bytesText(lang, size)}</span>
        </li>
      ))}
    </ul>
  );
};
