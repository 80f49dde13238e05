import { randomUUID } from 'node:crypto';

/** The leases this very process holds. In a container, what an earlier life left behind often carries our own number. */
const ours = new Set<string>();

/** What a process leaves in a file name or a lock to say that it is there: its number, and a word nobody else has. */
export function newLease(): string {
  const lease = `${process.pid}-${randomUUID()}`;
  ours.add(lease);
  return lease;
}

export const retire = (lease: string): void => void ours.delete(lease);

/** Whether the process that made a lease still runs. */
export function isLive(lease: string): boolean {
  const pid = Number.parseInt(lease, 10);
  return pid === process.pid ? ours.has(lease) : isRunning(pid);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
