import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A run of the course in a term. */
@Entity('course')
export class Course {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') titleFr!: string;
  @Column('text') titleEn!: string;
  @Column('text') termFr!: string;
  @Column('text') termEn!: string;
  @Column('text', { default: 'America/Toronto' }) timeZone!: string;
  @Column('boolean', { default: false }) isDemonstration!: boolean;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  /** Of the form that copied it from another. */
  @Column('uuid', { nullable: true }) requestKey!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
