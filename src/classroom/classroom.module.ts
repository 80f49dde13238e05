import { Module } from '@nestjs/common';
import { CurriculumModule } from '../curriculum/index.js';
import { PresentController } from './present/present.controller.js';

/** A class in progress: the page from which a deck is presented. It holds no content of its own. */
@Module({ imports: [CurriculumModule], controllers: [PresentController] })
export class ClassroomModule {}
