declare const PAYLOAD: unique symbol;

/** A kind of work done after the answer, declared by the room that does it. A job may run more than once: its task must come to the same result. */
export interface JobType<P extends object> {
  /** Under which the queue keeps it, across restarts and beside other versions of the program. */
  readonly name: string;
  /** Of types alone: what its task is given. Nothing stands here when the program runs. */
  readonly [PAYLOAD]?: P;
}

/** What a task is given that needs to know nothing. */
export type NoPayload = Readonly<Record<string, never>>;

/** Declares a kind of job by its name, which no other has, and its payload, which must survive JSON. */
export const defineJob = <P extends object = NoPayload>(name: string): JobType<P> => ({ name });

export interface Job<P extends object> {
  readonly payload: P;
  readonly key: string;
  /** Not before then; at once when left out. */
  readonly runAt?: Date;
  /** Jobs of one queue are done one after the other, whatever the number of processes. */
  readonly queue?: string;
  /** Ten when left out. */
  readonly tries?: number;
}
