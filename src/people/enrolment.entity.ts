import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CourseRole } from '../platform/security/actor.js';

/** What a person is in a course. A student has one section; an assistant's sections are in `assistant_section`. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') personId!: string;
  @Column('text') role!: CourseRole;
  @Column('uuid', { nullable: true }) sectionId!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
