import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { ContentProblem } from '../kernel/content-problem.js';
import { ROOT } from '../platform/config/root.js';
import { type AssignmentContent, type AssignmentTexts, readAssignment } from './read-assignment.js';

/** The assignments as their files say, read once, at start. One with a mistake is left out, and the mistake told. */
@Injectable()
export class AssignmentLibrary {
  private readonly readings = foldersIn(join(ROOT, 'assignments')).map(readAssignment);

  find(key: string): AssignmentContent | null {
    return this.list().find((content) => content.key === key) ?? null;
  }

  list(): AssignmentContent[] {
    return this.readings.flatMap(({ content }) => content ?? []);
  }

  problems(): readonly ContentProblem[] {
    return this.readings.flatMap(({ problems }) => problems);
  }
}

function foldersIn(folder: string): AssignmentTexts[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => {
    const text = (file: string): string | null => textOf(join(folder, name, file));
    return {
      key: name,
      assignment: text('assignment.yaml'),
      rubric: text('rubric.yaml'),
      worksheet: text('worksheet.yaml'),
      brief: { fr: text('brief.fr.md'), en: text('brief.en.md') },
    };
  });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
