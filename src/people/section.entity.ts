import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A part of a course's students, with its own assistants. */
@Entity('section')
export class Section {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('text') name!: string;
}
