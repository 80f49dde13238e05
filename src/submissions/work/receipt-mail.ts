import type { StageSpec } from '../../assignments/index.js';
import type { Lang } from '../../kernel/localised.js';
import type { Message } from '../../platform/mail/mail.service.js';
import { bytesText } from '../../platform/markup/amounts.js';
import { timeText } from '../../platform/markup/time.js';
import { submissionTexts } from '../text.js';
import type { ReceivedFile } from './stage-context.js';

export interface ReceiptFacts {
  readonly submissionId: string;
  readonly stage: Pick<StageSpec, 'number' | 'title'>;
  readonly team: string;
  readonly attempt: number;
  readonly receipt: string;
  readonly handedInAt: Date;
  /** The name of the member who handed in. */
  readonly handedInBy: string;
  readonly dueAt: Date;
  readonly daysLate: number;
  readonly files: readonly ReceivedFile[];
  /** The course's zone. */
  readonly zone: string;
  /** The whole address of the submission. */
  readonly address: string;
}

/** Whoever was in the team, as mail needs them now. */
export interface Correspondent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Lang | null;
}

/** The receipt as each member gets it, in their language; what is alike for all is written once a language. */
export function receiptMails(facts: ReceiptFacts, members: readonly Correspondent[]): Message[] {
  const written: Partial<Record<Lang, Pick<Message, 'subject' | 'body'>>> = {};
  return members.map(({ id, name, email, language: chosen }) => {
    const language = chosen ?? 'fr';
    const { subject, body } = (written[language] ??= letterOf(facts, language));
    const greeting = submissionTexts[language].mail.greeting(name);
    return { cause: `receipt:${facts.submissionId}:${id}`, recipient: email, language, subject, body: `${greeting}\n\n${body}` };
  });
}

const letterOf = (facts: ReceiptFacts, lang: Lang): Pick<Message, 'subject' | 'body'> => ({
  subject: submissionTexts[lang].mail.subject(facts.stage.number, facts.team, facts.receipt),
  body: bodyOf(facts, lang),
});

/** Names of files stand outside the catalogue's sentences: typography would change them, and a receipt is exact. */
function bodyOf(facts: ReceiptFacts, lang: Lang): string {
  const t = submissionTexts[lang].mail;
  const time = (at: Date): string => timeText(lang, at, 'stamp', facts.zone);
  const files = facts.files.flatMap((file) => [`- ${file.name}`, `  ${bytesText(lang, file.size)}, ${t.hash(file.sha256)}`]);
  const lines = [t.receipt(facts.receipt), t.attempt(facts.attempt), t.at(time(facts.handedInAt)), t.due(time(facts.dueAt))];
  return [
    [t.opening(facts.handedInBy, facts.stage.title[lang], facts.team)],
    facts.daysLate > 0 ? [...lines, t.late(facts.daysLate)] : lines,
    [t.files(facts.files.length), ...files],
    [t.link, facts.address],
    [t.again],
  ]
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
}
