import { randomUUID } from 'node:crypto';

/** The marks this very process has made. In a container, what an earlier life left behind often carries our own number. */
const ours = new Set<string>();

/** What a process leaves in a file name or a lock to say that it is there: its number, and a word nobody else has. */
export function newMark(): string {
  const mark = `${process.pid}-${randomUUID()}`;
  ours.add(mark);
  return mark;
}

export const retire = (mark: string): void => void ours.delete(mark);

/** Whether the process that made a mark still runs. */
export function isLive(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  return pid === process.pid ? ours.has(mark) : isRunning(pid);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
