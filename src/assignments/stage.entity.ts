import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A stage of an assignment in one course: when it opens and when it is due. Its words and points are in the assignment's file. */
@Entity('stage')
export class Stage {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') assignmentId!: string;
  @Column('text') key!: string;
  @Column('int') number!: number;
  @Column('timestamptz') opensAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
