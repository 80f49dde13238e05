import { type CourseAssignment, type CourseStage, daysLate, lateDeduction, type LateRule } from '../assignments/index.js';
import type { CountedSelfCheck } from '../curriculum/index.js';
import { roundPoints, sumPoints } from '../kernel/points.js';
import type { MarkRow } from './gradebook.queries.js';

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

/** Lays the marks of a course side by side, its students in the order of a list of names. */
export function gradebookOf(assignments: readonly CourseAssignment[], rows: readonly MarkRow[], wantedSection: string | null): Gradebook {
  const columns = assignments.flatMap((assignment) => assignment.stages.map((stage) => columnOf(assignment, stage, rows)));
  const sections = sectionsOf(rows);
  const section = sections.find(({ id }) => id === wantedSection) ?? null;
  const shown = section ? rows.filter(({ sectionId }) => sectionId === section.id) : rows;
  const lines = byPerson(shown).map((own) => lineOf(columns, own));
  const byName = new Intl.Collator('fr').compare;
  return {
    columns,
    lines: lines.sort((one, other) => byName(one.sortName, other.sortName) || byName(one.email, other.email)),
    sections,
    section,
    teams: new Set(shown.flatMap(({ team }) => team ?? [])).size,
  };
}

function byPerson(rows: readonly MarkRow[]): MarkRow[][] {
  const people = new Map<string, MarkRow[]>();
  for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
  return [...people.values()];
}

function columnOf(assignment: CourseAssignment, stage: CourseStage, rows: readonly MarkRow[]): Column {
  const criteria = assignment.content.rubric.criteria.filter((criterion) => criterion.stage === stage.spec.key);
  return {
    assignment,
    stage,
    criteria: criteria.map(({ key, points }) => ({ key, outOf: points })),
    isPosted: rows.some(({ stageId, isPosted }) => stageId === stage.id && isPosted),
  };
}

function sectionsOf(rows: readonly MarkRow[]): Gradebook['sections'] {
  const names = new Map(rows.map(({ sectionId, section }) => [sectionId, section]));
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
}

function lineOf(columns: readonly Column[], rows: readonly MarkRow[]): StudentLine {
  const { personId: id, sortName, email, section, team } = rows[0]!;
  const cells = columns.map(({ assignment, stage }) => {
    // Every student comes with a row for every stage.
    return cellOf(
      rows.find(({ stageId }) => stageId === stage.id)!,
      assignment.content.spec.late,
      assignment.zone,
    );
  });
  const marked = columns.filter((_, index) => cells[index]?.points != null);
  const total = {
    points: sumPoints(cells.map(({ points }) => points ?? 0)),
    outOf: sumPoints(marked.map(({ stage }) => stage.spec.points)),
  };
  return { id, sortName, email, section, team, cells, total: marked.length > 0 ? total : null };
}

export function cellOf(row: MarkRow, rule: LateRule, zone: string): Cell {
  const { posted, handedInAt, dueAt, isComing, state, points: criteria } = row;
  if (posted) return { state: 'posted', ...posted };
  if (!handedInAt || !dueAt) return { ...NO_MARK, state: isComing ? 'coming' : 'nothing' };
  const isBegun = Object.keys(criteria).length > 0;
  if (state !== 'finished') return { ...NO_MARK, state: isBegun ? 'draft' : 'to-grade' };
  const earned = sumPoints(Object.values(criteria));
  const deduction = lateDeduction(earned, daysLate(handedInAt, dueAt, zone), rule);
  return { state: 'held', earned, deduction, points: roundPoints(earned - deduction), criteria };
}
