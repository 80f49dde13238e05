import { randomUUID } from 'node:crypto';
import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import { samples } from './samples.js';
import type { AttachedFile, TestApp, Visitor } from './test-app.js';
import type { SomeCourse } from './world.js';

/** What the form of the first stage holds when it is ready to be handed in. */
export const PROPOSAL_TEXTS = {
  'text-decision': 'Réparer ou revendre ?',
  'text-focal': 'Un atelier de ressemelage.',
  'text-ai_statement': 'Aucun usage.',
};
export const PROPOSAL: AttachedFile = { field: 'file-proposal', name: 'Proposition de l’équipe.pdf', content: samples.pdf('proposition') };
export const CONTRACT: AttachedFile = { field: 'file-contract', name: 'contrat.pdf', content: samples.pdf('contrat') };

export const stageAt = (course: SomeCourse, stage = 'proposal'): string =>
  `/courses/${course.slug}/assignments/competitive-analysis/stages/${stage}`;

interface PostedForm {
  readonly fields?: Readonly<Record<string, string>>;
  readonly files?: readonly AttachedFile[];
  readonly stage?: string;
}

/** The two buttons of a stage's page, pressed on a page that was opened before anything was saved unless `fields` name a version. */
export const pressing = (visitor: Visitor, course: SomeCourse) => {
  const press =
    (button: 'submissions' | 'draft') =>
    ({ fields = PROPOSAL_TEXTS, files = [], stage }: PostedForm = {}) =>
      visitor.upload(`${stageAt(course, stage)}/${button}`, { version: '0', request_key: randomUUID(), ...fields }, files);
  return { handIn: press('submissions'), save: press('draft') };
};

/** The fields of a stage's form as its page was opened: what a browser sends back, without the files. */
export function fieldsOn(html: string): Record<string, string> {
  const page = cheerio.load(html);
  const fields = page('main form[enctype] [name]:not([type=file]):not([name=_token])').toArray();
  return Object.fromEntries(
    fields.map((one) => [one.attribs['name']!, one.name === 'textarea' ? page(one).text() : (one.attribs['value'] ?? '')]),
  );
}

/** The id of the submission that a hand-in led to. */
export const submissionOf = ({ headers }: Response): string =>
  /submissions\/([0-9a-f-]{36})\?done=handed-in$/.exec(headers['location'] ?? '')![1]!;

export const attemptsIn = (app: Pick<TestApp, 'database'>) =>
  app.database.query<{ id: string; attempt: number; receipt: string; texts: Record<string, string> }>(
    'SELECT id, attempt, receipt, texts FROM submission ORDER BY team_id, stage_id, attempt',
  );
