import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Lang } from '../../kernel/localised.js';

/** A message that was written, whether it could be sent or not. */
@Entity('mail')
export class Mail {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** What it was written for, once: a second message for the same cause and person is not written. */
  @Column('text') cause!: string;
  @Column('text') recipient!: string;
  @Column('text') language!: Lang;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  /** Where its reader switches such messages off; none for what is always sent. */
  @Column('text', { nullable: true }) unsubscribeUrl!: string | null;
  /** How often it was tried. */
  @Column('int', { default: 0 }) attempts!: number;
  /** When it is to be tried next; null for what has left, what is only kept, and what was given up. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
}
