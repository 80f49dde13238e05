import { Injectable } from '@nestjs/common';
import { type CourseAssignment, type CourseStage, AssignmentsService } from '../../assignments/index.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { postingFrom, type PostingInForce } from '../posting/posting.queries.js';
import { type QueueItem, QueueItemsQueries } from './queue-items.queries.js';
import { type Counts, countsOf, inOrderOf, isHandedIn, isUngraded, stateOf } from './queue-items.js';
import type { Shown } from './shown.js';

/** Where a stage stands, in the sections of the one who asks. */
export interface StageOverview extends Counts {
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
}

export interface Queue {
  readonly stages: readonly StageOverview[];
  /** The stage shown; null while nothing is asked for in the course. */
  readonly current: StageOverview | null;
  readonly shown: Shown;
  readonly items: readonly QueueItem[];
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
  ) {}

  /** Where every stage stands: one line a stage, for the tabs here and for a home page. */
  async overview(actor: CourseActor): Promise<StageOverview[]> {
    return overviewOf(await this.assignments.list(actor), await this.queries.list(actor));
  }

  /** `wanted` names a stage by its id or by its key; without it, the first stage that has something to grade. */
  async read(actor: CourseActor, wanted: string | null, shown: Shown): Promise<Queue> {
    const [all, asked] = await Promise.all([this.queries.list(actor), this.queries.stages(actor)]);
    const stages = overviewOf(this.assignments.listFrom(actor, asked), all);
    const current = stages.find(({ stage }) => stage.id === wanted || stage.spec.key === wanted) ?? mostUrgent(stages);
    const items = all.filter(({ stageId }) => stageId === current?.stage.id);
    const filters = filtersFor(actor.id);
    return {
      stages,
      current,
      shown,
      items: arranged(actor.id, items.filter(filters[shown])),
      perFilter: {
        todo: items.filter(filters.todo).length,
        mine: items.filter(filters.mine).length,
        all: items.filter(isHandedIn).length,
      },
      heldByOthers: items.filter((item) => isUngraded(item) && item.claimedById && item.claimedById !== actor.id).length,
      withoutAttempt: items.filter((item) => !isHandedIn(item)).map(({ team }) => team),
      hasTeams: items.length > 0,
      posting: {
        inForce: current && postingFrom(asked, current.stage.id),
        changed: items.filter((item) => stateOf(item) === 'changed').length,
      },
    };
  }
}

const overviewOf = (assignments: readonly CourseAssignment[], items: readonly QueueItem[]): StageOverview[] =>
  assignments.flatMap((assignment) =>
    assignment.stages.map((stage) => ({ assignment, stage, ...countsOf(items.filter(({ stageId }) => stageId === stage.id)) })),
  );

/** The first stage with something to grade, else the last that anybody handed in, else the first. */
const mostUrgent = (stages: readonly StageOverview[]): StageOverview | null =>
  stages.find(({ ungraded }) => ungraded > 0) ?? stages.findLast(({ handedIn }) => handedIn > 0) ?? stages[0] ?? null;

const filtersFor = (me: string): Record<Shown, (item: QueueItem) => boolean> => ({
  todo: isUngraded,
  mine: (item) => isHandedIn(item) && (item.claimedById === me || (item.updatedById === me && stateOf(item) !== 'to-grade')),
  all: isHandedIn,
});

/** What waits comes first, in one's own order; the rest after it. */
function arranged(me: string, items: readonly QueueItem[]): QueueItem[] {
  const order = inOrderOf(me, items);
  return [...order.filter(isUngraded), ...order.filter((item) => !isUngraded(item))];
}
