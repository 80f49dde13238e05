import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One assignment, as asked in one course. */
@Entity('assignment')
export class Assignment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  /** The folder's name in `assignments/`. */
  @Column('text') key!: string;
}
