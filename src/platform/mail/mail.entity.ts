import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Lang } from '../../kernel/localised.js';

/** A message that was written, whether it could be sent or not. */
@Entity()
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
}
