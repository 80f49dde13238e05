import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Blobs } from '../../platform/blobs/blobs.js';
import { DraftsService, HandInService, type PostedWork, Receipts, WorkService } from '../../submissions/index.js';
import { DemonstrationClass } from './class.js';
import type { Moments } from './dates.js';
import { codingCsv } from './double-coding.js';
import { GRIDS, UNFINISHED } from './grids.js';
import { ClockOverride } from './clock-override.js';
import { PROPOSALS } from './proposals.js';
import { smallPdf } from './small-pdf.js';
import { TEAMS } from './people.js';

const ASSIGNMENT = 'competitive-analysis';
const MOST_BYTES = 1024 * 1024;

interface SmallFile {
  readonly deliverable: string;
  readonly name: string;
  readonly mediaType: 'application/pdf' | 'text/csv';
  readonly content: Buffer | string;
}
interface Attempt {
  readonly team: string;
  /** The context in the team of whoever hands in. */
  readonly by: number;
  /** Before the deadline; less than none is late. */
  readonly hours: number;
}

/** Everybody hands in the first stage; one team twice, one late. */
const FIRST: readonly Attempt[] = [
  { team: 'Tamarack', by: 0, hours: 49 },
  { team: 'Grand Pic', by: 1, hours: 30 },
  { team: 'Boussole', by: 0, hours: 26 },
  { team: 'Cabestan', by: 2, hours: 5 },
  { team: 'Grand Pic', by: 3, hours: 4 },
  { team: 'Quai 9', by: 1, hours: 1 },
  { team: 'Verglas', by: 0, hours: -9 },
];
const SECOND: readonly Attempt[] = [
  { team: 'Boussole', by: 2, hours: 30 },
  { team: 'Tamarack', by: 1, hours: 9 },
  { team: 'Grand Pic', by: 0, hours: 3 },
  { team: 'Quai 9', by: 2, hours: -8 },
];

/** What the teams have handed in so far, and what one has in hand. */
@Injectable()
export class DemonstrationWork {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly clock: ClockOverride,
    private readonly blobs: Blobs,
    private readonly work: WorkService,
    private readonly drafts: DraftsService,
    private readonly handIns: HandInService,
    private readonly receipts: Receipts,
  ) {}

  /** The attempts of the first stage: the newest one of each team, by its name. */
  async handInFirst(moments: Moments): Promise<ReadonlyMap<string, string>> {
    return this.handInAll(FIRST, 'proposal', moments.first, (team, isAgain) => {
      const { decision, focal, ai, pages } = PROPOSALS[team]!;
      return { texts: { decision, focal, ai_statement: ai }, files: proposalFiles(team, pages, isAgain) };
    });
  }

  async handInSecond(moments: Moments): Promise<ReadonlyMap<string, string>> {
    const made = await this.handInAll(SECOND, 'grid', moments.second, (team) => {
      const { agreement, gaps, ai, codebook, coding } = GRIDS[team]!;
      const files = [codebookFile(team, codebook), csv('double_coding', `double-codage-${slug(team)}.csv`, codingCsv(coding))];
      return { texts: { agreement, gaps, ai_statement: ai }, files };
    });
    await this.clock.at(moments.drafting, () => this.keepDraft());
    return made;
  }

  private async handInAll(
    attempts: readonly Attempt[],
    stage: string,
    momentOf: (hours: number) => Date,
    contentOf: (team: string, isAgain: boolean) => { texts: Record<string, string>; files: readonly SmallFile[] },
  ): Promise<ReadonlyMap<string, string>> {
    const made = new Map<string, string>();
    for (const { team, by, hours } of attempts) {
      const { texts, files } = contentOf(team, made.has(team));
      made.set(team, await this.clock.at(momentOf(hours), () => this.handIn({ team, by }, stage, texts, files)));
    }
    return made;
  }

  private async handIn(
    who: Pick<Attempt, 'team' | 'by'>,
    stage: string,
    texts: Record<string, string>,
    files: readonly SmallFile[],
  ): Promise<string> {
    const { context, version } = await this.open(who, stage);
    const outcome = await this.handIns.handIn(context, await this.posted(texts, files, version));
    if (outcome.kind !== 'handed-in')
      throw new Error(`The demonstration’s ${stage} of ${who.team} was not taken: ${JSON.stringify(outcome)}`);
    // At the hour of the attempt: the job that was added with it comes later, and finds them written.
    await this.receipts.write(outcome.submissionId);
    return outcome.submissionId;
  }

  /** Saved twice: a first line, then more and a file. */
  private async keepDraft(): Promise<void> {
    const { team, agreement, gaps, codebook } = UNFINISHED;
    const first = await this.open({ team, by: 0 }, 'grid');
    await this.drafts.save(first.context, await this.posted({ agreement }, [], first.version));
    const then = await this.open({ team, by: 1 }, 'grid');
    await this.drafts.save(then.context, await this.posted({ agreement, gaps }, [codebookFile(team, codebook)], then.version));
  }

  private async open({ team, by }: Pick<Attempt, 'team' | 'by'>, stage: string) {
    const { members } = TEAMS.find(({ name }) => name === team)!;
    const context = await this.work.open(await this.people.actor(members[by]!.email), ASSIGNMENT, stage);
    return { context, version: (await this.work.look(context)).draft.version };
  }

  private async posted(texts: Record<string, string>, files: readonly SmallFile[], version: number): Promise<PostedWork> {
    const received: PostedWork['files'][number][] = [];
    for (const { deliverable, name, mediaType, content } of files) {
      const { sha256, size } = await this.blobs.receive(Readable.from([Buffer.from(content)]), MOST_BYTES);
      received.push({ deliverable, name, mediaType, sha256, size });
    }
    return { texts, typed: texts, version, requestKey: randomUUID(), files: received, errors: {} };
  }
}

const slug = (team: string): string => team.toLowerCase().replace(/\s+/g, '-');
const pdf = (deliverable: string, name: string, title: string, pages: readonly string[]): SmallFile => ({
  deliverable,
  name,
  mediaType: 'application/pdf',
  content: smallPdf(title, pages),
});
const csv = (deliverable: string, name: string, content: string): SmallFile => ({ deliverable, name, mediaType: 'text/csv', content });

const codebookFile = (team: string, pages: readonly string[]): SmallFile =>
  pdf('codebook', `guide-de-codage-${slug(team)}.pdf`, `Guide de codage, ${team}`, pages);

/** The consent is what the second attempt of a team adds. */
function proposalFiles(team: string, pages: readonly string[], isAgain: boolean): SmallFile[] {
  const names = TEAMS.find(({ name }) => name === team)!.members.map(({ name }) => name);
  if (isAgain)
    return [
      pdf('consent', `consentement-${slug(team)}.pdf`, 'Consentement', ['L’organisation accepte que l’équipe étudie ses pages publiques.']),
    ];
  const contract = ['Chaque membre a lu ce contrat et l’accepte.', ...names.map((name) => `Signé : ${name}`)];
  return [
    pdf('proposal', `proposition-${slug(team)}.pdf`, `Proposition, ${team}`, pages),
    pdf('contract', `contrat-${slug(team)}.pdf`, `Contrat d’équipe, ${team}`, contract),
  ];
}
