import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One class of the course, in its week. Some units take two. */
@Entity('meeting')
export class Meeting {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('int') week!: number;
  @Column('text', { nullable: true }) unitKey!: string | null;
  @Column('text') titleFr!: string;
  @Column('text') titleEn!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text', { default: '' }) placeFr!: string;
  @Column('text', { default: '' }) placeEn!: string;
  /** Grows with each change. */
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
