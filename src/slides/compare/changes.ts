import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lang } from '../../kernel/localised.js';

/** When a file was first written and last changed, and who says so: its commits, or its time on the disk. */
export interface FileChanges {
  readonly first: Date;
  readonly last: Date;
  readonly source: 'commits' | 'disk';
}

/** Times on the disk are those of a copy or a checkout, minutes apart for one and the same change. */
const TOGETHER_MS = { commits: 0, disk: 24 * 60 * 60 * 1000 };

/**
 * The deck that the other one has left behind. A deck that has only just been written follows the other one by nature;
 * one that is changed after the other was last touched may say something new.
 */
export function behind(changes: Readonly<Record<Lang, FileChanges | null>>): Lang | null {
  const { fr, en } = changes;
  if (!fr || !en) return null;
  const [older, newer, lang] = fr.last < en.last ? ([fr, en, 'fr'] as const) : ([en, fr, 'en'] as const);
  const apart = newer.last.getTime() - older.last.getTime();
  const isNew = newer.source === 'commits' && newer.first.getTime() === newer.last.getTime();
  return apart > TOGETHER_MS[newer.source] && !isNew ? lang : null;
}

/** What is known of these files, named from `folder`. In a git checkout the commits speak, unless a file was changed since the last one. */
export async function changesOf(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, FileChanges>> {
  const commits = await commitsOf(folder, files);
  const known = await Promise.all(files.map(async (file) => [file, commits.get(file) ?? (await onDisk(join(folder, file)))] as const));
  return new Map(known.flatMap(([file, changes]) => (changes ? [[file, changes] as const] : [])));
}

async function commitsOf(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, FileChanges>> {
  try {
    const [log, status] = await Promise.all([
      git(folder, 'log', '--format=@%ct', '--name-only', '--relative', '--', ...files),
      git(folder, 'status', '--porcelain', '--', ...files),
    ]);
    const changed = files.filter((file) => status.includes(file));
    return new Map([...timesIn(log)].filter(([file]) => !changed.includes(file)).map(([file, times]) => [file, changesFrom(times)]));
  } catch {
    // No git, or no checkout: an installation may be a copy of the files.
    return new Map();
  }
}

const git = async (folder: string, ...words: string[]): Promise<string> =>
  (await promisify(execFile)('git', ['-c', 'core.quotePath=false', ...words], { cwd: folder, maxBuffer: 16 * 1024 * 1024 })).stdout;

/** Newest first, as the log tells them. */
function timesIn(log: string): Map<string, number[]> {
  const times = new Map<string, number[]>();
  let seconds = 0;
  for (const line of log.split('\n')) {
    if (line.startsWith('@')) seconds = Number(line.slice(1));
    else if (line) times.set(line, [...(times.get(line) ?? []), seconds]);
  }
  return times;
}

const changesFrom = (times: readonly number[]): FileChanges => ({
  first: new Date(Math.min(...times) * 1000),
  last: new Date(Math.max(...times) * 1000),
  source: 'commits',
});

const onDisk = (path: string): Promise<FileChanges | null> =>
  stat(path).then(
    ({ mtime }) => ({ first: mtime, last: mtime, source: 'disk' as const }),
    () => null,
  );
