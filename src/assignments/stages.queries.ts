/** A stage as a course asks for it: its words stand in a file. */
export interface StageRow {
  assignment_id: string;
  assignment_key: string;
  id: string;
  key: string;
  number: number;
  opens_at: Date;
  due_at: Date;
  version: number;
  changed_at: Date;
}

/** The stages of the course `$1`, and the database's time. */
export const STAGES = `
  SELECT asg.id AS assignment_id, asg.key AS assignment_key, st.id, st.key, st.number, st.opens_at, st.due_at, st.version, st.changed_at, now() AS now
  FROM assignment asg JOIN stage st ON st.assignment_id = asg.id
  WHERE asg.course_id = $1 ORDER BY asg.key, st.number`;

/** The same as a column, for statements that ask for it on their way. */
export const STAGES_COLUMN = `(SELECT json_agg(dated) FROM (${STAGES}) dated) AS stages`;
export interface StagesRow {
  stages: readonly StageJson[] | null;
}

/** JSON knows no instants. */
type StageJson = Omit<StageRow, 'opens_at' | 'due_at' | 'changed_at'> & Record<'opens_at' | 'due_at' | 'changed_at' | 'now', string>;

export const stagesFrom = ({ stages }: StagesRow): StageRow[] =>
  (stages ?? []).map((stage) => ({
    ...stage,
    opens_at: new Date(stage.opens_at),
    due_at: new Date(stage.due_at),
    changed_at: new Date(stage.changed_at),
  }));
