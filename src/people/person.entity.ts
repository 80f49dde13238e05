import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Lang } from '../kernel/localised.js';

@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** In lower case, and one account's alone. */
  @Column('text') email!: string;
  /** As the person writes it. */
  @Column('text') name!: string;
  /** As lists sort it: family name first. */
  @Column('text') sortName!: string;
  @Column('text', { nullable: true }) language!: Lang | null;
  @Column('boolean', { default: false }) isAdmin!: boolean;
  @Column('boolean', { default: true }) shortcutsEnabled!: boolean;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
