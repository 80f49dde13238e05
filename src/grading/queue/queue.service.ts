import { Injectable } from '@nestjs/common';
import { type AskedAssignment, type AskedStage, AssignmentsService } from '../../assignments/index.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type PostingInForce, PostingQueries } from '../posting/posting.queries.js';
import { type QueueItem, QueueItemsQueries } from './queue-items.queries.js';
import { type Counts, countsOf, inOrderOf, isHandedIn, isUngraded, stateOf } from './queue-items.js';
import type { Shown } from './shown.js';

/** Where a stage stands, in the sections of the one who asks. */
export interface StageOverview extends Counts {
  readonly assignment: AskedAssignment;
  readonly stage: AskedStage;
}

export interface Queue {
  readonly stages: readonly StageOverview[];
  /** The stage shown; null while nothing is asked for in the course. */
  readonly current: StageOverview | null;
  readonly shown: Shown;
  readonly copies: readonly QueueItem[];
  readonly perFilter: Readonly<Record<Shown, number>>;
  /** Ungraded, but open at somebody else's. */
  readonly heldByOthers: number;
  readonly withoutAttempt: readonly string[];
  readonly hasTeams: boolean;
  readonly posting: { readonly inForce: PostingInForce | null; readonly changed: number };
}

@Injectable()
export class QueueService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly queries: QueueItemsQueries,
    private readonly postings: PostingQueries,
  ) {}

  /** Where every stage stands: one line a stage, for the tabs here and for a home page. */
  async overview(actor: CourseActor): Promise<StageOverview[]> {
    return overviewOf(await this.assignments.list(actor), await this.queries.list(actor));
  }

  /** `wanted` names a stage by its id or by its key; without it, the first stage that has something to grade. */
  async read(actor: CourseActor, wanted: string | null, shown: Shown): Promise<Queue> {
    const all = await this.queries.list(actor);
    const stages = overviewOf(await this.assignments.list(actor), all);
    const current = stages.find(({ stage }) => stage.id === wanted || stage.spec.key === wanted) ?? mostUrgent(stages);
    const copies = all.filter(({ stageId }) => stageId === current?.stage.id);
    const filters = filtersFor(actor.id);
    return {
      stages,
      current,
      shown,
      copies: arranged(actor.id, copies.filter(filters[shown])),
      perFilter: {
        todo: copies.filter(filters.todo).length,
        mine: copies.filter(filters.mine).length,
        all: copies.filter(isHandedIn).length,
      },
      heldByOthers: copies.filter((copy) => isUngraded(copy) && copy.claimedById && copy.claimedById !== actor.id).length,
      withoutAttempt: copies.filter((copy) => !isHandedIn(copy)).map(({ team }) => team),
      hasTeams: copies.length > 0,
      posting: {
        inForce: current && (await this.postings.inForce(current.stage.id)),
        changed: copies.filter((copy) => stateOf(copy) === 'changed').length,
      },
    };
  }
}

const overviewOf = (assignments: readonly AskedAssignment[], copies: readonly QueueItem[]): StageOverview[] =>
  assignments.flatMap((assignment) =>
    assignment.stages.map((stage) => ({ assignment, stage, ...countsOf(copies.filter(({ stageId }) => stageId === stage.id)) })),
  );

/** The first stage with something to grade, else the last that anybody handed in, else the first. */
const mostUrgent = (stages: readonly StageOverview[]): StageOverview | null =>
  stages.find(({ ungraded }) => ungraded > 0) ?? stages.findLast(({ handedIn }) => handedIn > 0) ?? stages[0] ?? null;

const filtersFor = (me: string): Record<Shown, (copy: QueueItem) => boolean> => ({
  todo: isUngraded,
  mine: (copy) => isHandedIn(copy) && (copy.claimedById === me || (copy.updatedById === me && stateOf(copy) !== 'to-grade')),
  all: isHandedIn,
});

/** What waits comes first, in one's own order; the rest after it. */
function arranged(me: string, copies: readonly QueueItem[]): QueueItem[] {
  const order = inOrderOf(me, copies);
  return [...order.filter(isUngraded), ...order.filter((copy) => !isUngraded(copy))];
}
