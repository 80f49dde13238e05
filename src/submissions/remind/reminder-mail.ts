import type { Localised } from '../../kernel/localised.js';
import type { Notice } from '../../people/index.js';
import { timeText } from '../../platform/markup/time.js';
import { daysLeft, type Deadline, type ReminderKind } from './reminder.js';
import type { Late } from './reminders.queries.js';
import { remindTexts } from './text.js';

export interface ReminderFacts extends Deadline {
  readonly kind: ReminderKind;
  /** What its mails are written for; the person is added. */
  readonly cause: string;
  readonly now: Date;
  /** The course's. */
  readonly zone: string;
  readonly course: Localised;
  readonly number: number;
  readonly title: Localised;
  /** Whole addresses. */
  readonly stageAddress: string;
  readonly teamsAddress: string;
}

export const reminderMails = (facts: ReminderFacts, people: readonly Late[]): Notice[] => people.map((person) => reminderTo(person, facts));

function reminderTo({ id, name, email, language, team }: Late, facts: ReminderFacts): Notice {
  const lang = language ?? 'fr';
  const t = remindTexts[lang];
  const stage = t.stage(facts.number, facts.title[lang]);
  const at = (instant: Date): string => timeText(lang, instant, 'moment', facts.zone);
  const days = daysLeft(facts.dueAt, facts.now);
  const isStillTaken = facts.closesAt > facts.now;
  const news = {
    week: t.due(stage, at(facts.dueAt), t.inDays(days)),
    day: t.due(stage, at(facts.dueAt), t.inADay),
    passed: `${t.passed(stage, at(facts.dueAt))} ${isStillTaken ? t.stillTaken(at(facts.closesAt)) : t.noLongerTaken}`,
  }[facts.kind];
  const mayHandIn = facts.kind !== 'passed' || isStillTaken;
  const step = team ? t.team(team) : t.noTeam;
  const link = !mayHandIn || team ? `${t.open}\n${facts.stageAddress}` : `${t.chooseTeam}\n${facts.teamsAddress}`;
  const subject = { week: t.subject.due(stage, t.inDays(days)), day: t.subject.due(stage, t.inADay), passed: t.subject.passed(stage) }[
    facts.kind
  ];
  return {
    personId: id,
    cause: facts.cause + id,
    recipient: email,
    language: lang,
    subject,
    body: [t.greeting(name), news, step, link, t.about(facts.course[lang], facts.zone)].join('\n\n'),
  };
}
