/** What the first process says to one that it begins. */
export interface WorkerTask {
  /** Whether it does what is done once for all processes: it is the first that begins. */
  readonly isFirst: boolean;
  readonly isEmbedded: boolean;
}

/** A variable and no message: it is there before anything is imported. */
const NAME = 'ATTRAIT_WORKER_TASK';

export const taskIn = (task: WorkerTask): Record<string, string> => ({ [NAME]: JSON.stringify(task) });

export const taskOf = (source: NodeJS.ProcessEnv): WorkerTask => JSON.parse(source[NAME] ?? '') as WorkerTask;

/** Sent to the first process by one that can do everything. */
export interface ReadyMessage {
  readonly ready: string;
}

export const reportReady = (text: string): void => void process.send!({ ready: text } satisfies ReadyMessage);

export const isReadyMessage = (message: unknown): message is ReadyMessage =>
  typeof (message as Partial<ReadyMessage> | null)?.ready === 'string';
