import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReleaseState = 'draft' | 'scheduled' | 'published';

/** Whether a unit is open to the students of one course. A unit without a row is a draft. */
@Entity('unit_release')
export class UnitRelease {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('text') unitKey!: string;
  @Column('text', { default: 'draft' }) state!: ReleaseState;
  /** Only when scheduled. */
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  /** What it was last scheduled for, kept when that is taken back. */
  @Column('timestamptz', { nullable: true }) lastOpensAt!: Date | null;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
