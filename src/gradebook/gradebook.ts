import { type CourseAssignment, type CourseStage, daysLate, lateDeduction, type LateRule } from '../assignments/index.js';
import type { CountedSelfCheck } from '../curriculum/index.js';
import { roundPoints, sumPoints } from '../kernel/points.js';
import type { MarkFacts, PostedMark, StageFacts, StudentFacts, WorkFacts } from './gradebook.queries.js';

/** A stage as a column. */
export interface Column {
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
  readonly criteria: readonly { readonly key: string; readonly outOf: number }[];
  readonly isPosted: boolean;
}

export type CellState = 'coming' | 'nothing' | 'to-grade' | 'draft' | 'held' | 'posted';

/** What a student has at a stage. Points stand only where a mark was given, seen by the class (`posted`) or not (`held`). */
export interface Cell {
  readonly state: CellState;
  readonly points: number | null;
  readonly earned: number | null;
  readonly deduction: number | null;
  /** By criterion. */
  readonly criteria: Readonly<Record<string, number>>;
}

export interface StudentLine {
  readonly id: string;
  readonly sortName: string;
  readonly email: string;
  readonly section: string;
  readonly team: string | null;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  /** Of what has a mark, out of what that could have brought; null while nothing has. */
  readonly total: { readonly points: number; readonly outOf: number } | null;
}

export interface Gradebook {
  readonly columns: readonly Column[];
  readonly lines: readonly StudentLine[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** The section whose students are shown alone. */
  readonly section: { readonly id: string; readonly name: string } | null;
  readonly teams: number;
}

const NO_MARK: Omit<Cell, 'state'> = { points: null, earned: null, deduction: null, criteria: {} };

/** The marks with what stands beside them. */
export interface FullGradebook extends Gradebook {
  /** Self-checks that count towards participation: in no mark and no total. */
  readonly counted: readonly CountedSelfCheck[];
}

/** What every student has at one stage, by student; one who is not named has `otherwise`. */
interface StageCells {
  readonly byStudent: ReadonlyMap<string, Cell>;
  readonly otherwise: Cell;
}

const byName = new Intl.Collator('fr').compare;

/** Lays the marks of a course side by side, its students in the order of a list of names. */
export function gradebookOf(assignments: readonly CourseAssignment[], facts: MarkFacts, wantedSection: string | null): Gradebook {
  const columns = assignments.flatMap((assignment) => assignment.stages.map((stage) => columnOf(assignment, stage, facts)));
  const sections = sectionsOf(facts.students);
  const section = sections.find(({ id }) => id === wantedSection) ?? null;
  const shown = section ? facts.students.filter(({ sectionId }) => sectionId === section.id) : facts.students;
  const cells = columns.map((column) => cellsOf(column, facts));
  return {
    columns,
    lines: shown
      .map((student) => lineOf(student, columns, cells))
      .sort((one, other) => byName(one.sortName, other.sortName) || byName(one.email, other.email)),
    sections,
    section,
    teams: new Set(shown.flatMap(({ team }) => team ?? [])).size,
  };
}

function columnOf(assignment: CourseAssignment, stage: CourseStage, { stages }: MarkFacts): Column {
  const criteria = assignment.content.rubric.criteria.filter((criterion) => criterion.stage === stage.spec.key);
  return {
    assignment,
    stage,
    criteria: criteria.map(({ key, points }) => ({ key, outOf: points })),
    isPosted: stages.some(({ id, isPosted }) => id === stage.id && isPosted),
  };
}

function sectionsOf(students: readonly StudentFacts[]): Gradebook['sections'] {
  const names = new Map(students.map(({ sectionId, section }) => [sectionId, section]));
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
}

/** A cell is reckoned once for those who have it in common: a team’s work, or its mark. What is posted goes before what is held. */
function cellsOf({ assignment, stage }: Column, { stages, works, posted }: MarkFacts): StageCells {
  const byStudent = new Map<string, Cell>();
  const give = ({ students }: { readonly students: readonly string[] }, cell: Cell): void => {
    for (const student of students) byStudent.set(student, cell);
  };
  const here = ({ stageId }: { readonly stageId: string }): boolean => stageId === stage.id;
  for (const work of works.filter(here)) give(work, workCell(work, assignment.content.spec.late, assignment.zone));
  for (const mark of posted.filter(here)) give(mark, postedCell(mark));
  return { byStudent, otherwise: emptyCell(stages.find(({ id }) => id === stage.id)) };
}

function lineOf(
  { id, sortName, email, section, team }: StudentFacts,
  columns: readonly Column[],
  stages: readonly StageCells[],
): StudentLine {
  const cells = stages.map(({ byStudent, otherwise }) => byStudent.get(id) ?? otherwise);
  const marked = columns.filter((_, index) => cells[index]?.points != null);
  const total = {
    points: sumPoints(cells.map(({ points }) => points ?? 0)),
    outOf: sumPoints(marked.map(({ stage }) => stage.spec.points)),
  };
  return { id, sortName, email, section, team, cells, total: marked.length > 0 ? total : null };
}

const emptyCell = (stage: StageFacts | undefined): Cell => ({ ...NO_MARK, state: stage?.isComing ? 'coming' : 'nothing' });

const postedCell = ({ earned, deduction, points, criteria }: PostedMark): Cell => ({
  state: 'posted',
  earned,
  deduction,
  points,
  criteria,
});

export function workCell(
  { handedInAt, dueAt, state, points }: Omit<WorkFacts, 'stageId' | 'students'>,
  rule: LateRule,
  zone: string,
): Cell {
  if (state !== 'finished') return { ...NO_MARK, state: points ? 'draft' : 'to-grade' };
  const criteria = points ?? {};
  const earned = sumPoints(Object.values(criteria));
  const deduction = lateDeduction(earned, daysLate(new Date(handedInAt), new Date(dueAt), zone), rule);
  return { state: 'held', earned, deduction, points: roundPoints(earned - deduction), criteria };
}
