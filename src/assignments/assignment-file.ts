import { z } from 'zod';

const Localised = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const Key = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]{0,39}$/,
    'a key is made of small letters, digits, - and _ · une clé se compose de minuscules, de chiffres, de - et de _',
  );

const Deliverable = z.strictObject({
  key: Key,
  kind: z.enum(['text', 'file']),
  required: z.boolean(),
  max_words: z.int().positive().optional(),
  label: Localised,
  hint: Localised,
});

const Stage = z.strictObject({
  key: Key,
  number: z.int().positive(),
  title: Localised,
  due: z.strictObject({
    week: z.int().min(1).max(30),
    weekday: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written 23:59 · une heure s’écrit 23:59'),
  }),
  summary: Localised,
  points: z.number().positive(),
  deliverables: z.array(Deliverable).min(1),
});

/** `assignment.yaml`: what is asked, stage by stage. */
export const AssignmentFile = z.strictObject({
  title: Localised,
  summary: Localised,
  weight: z.number().min(0).max(100),
  team: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  late: z.strictObject({
    percent_per_day: z.number().min(0).max(100),
    days: z.int().min(0),
    tokens: z.int().min(0),
    token_hours: z.int().min(0),
  }),
  stages: z.array(Stage).min(1),
});

const Level = z
  .strictObject({
    key: Key.or(z.string().regex(/^[A-Z]$/)),
    name: Localised,
    from: z.number().min(0),
    to: z.number().min(0),
    description: Localised,
  })
  .refine(
    ({ from, to }) => from <= to,
    'a level goes from its lowest points to its highest · un niveau va de ses plus bas points à ses plus hauts',
  );

const Criterion = z
  .strictObject({ key: Key, stage: Key, points: z.number().positive(), title: Localised, levels: z.array(Level).min(2) })
  .refine(
    ({ points, levels }) => Math.max(...levels.map(({ to }) => to)) === points,
    'the highest level must reach the points of the criterion · le plus haut niveau doit atteindre les points du critère',
  );

const GateLevel = z.strictObject({ key: Key, name: Localised, description: Localised, consequence: Localised });

/** `rubric.yaml`: how each stage is judged. A level is a range of points; the gate has none. */
export const RubricFile = z.strictObject({
  title: Localised,
  criteria: z.array(Criterion).min(1),
  gate: z.strictObject({ key: Key, title: Localised, levels: z.array(GateLevel).min(2) }),
});

export type AssignmentSpec = z.infer<typeof AssignmentFile>;
export type StageSpec = z.infer<typeof Stage>;
export type DeliverableSpec = z.infer<typeof Deliverable>;
export type Rubric = z.infer<typeof RubricFile>;
export type RubricCriterion = z.infer<typeof Criterion>;
export type RubricLevel = z.infer<typeof Level>;
