/** A question as it is asked: nothing of it says which option is right. */
export interface AskedQuestion {
  readonly id: string;
  readonly isSeveral: boolean;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** What is told of a question once it is answered. */
export interface Feedback {
  readonly isRight: boolean;
  /** The options that are right. */
  readonly right: readonly string[];
  readonly explanation: string;
  /** Where it is taught. */
  readonly slide: { readonly number: number; readonly href: string } | null;
}

/** A finished try, as a line of a list. */
export interface TryLine {
  readonly attempt: number;
  readonly right: number;
  readonly asked: number;
  readonly at: string;
}

/** Somebody’s own tries. */
export interface Tries {
  readonly count: number;
  /** The newest first, the oldest of many left out. */
  readonly newest: readonly TryLine[];
  readonly best: TryLine | null;
}

/** What the server answers to a try that was kept. */
export interface KeptTry {
  readonly kind: 'kept';
  readonly tries: Tries;
  /** The key of the next try. */
  readonly nextKey: string;
}

/** Whatever is refused: before a handler saw it, or by one. */
export interface Refusal {
  readonly message: string;
}

/** The fields of the form. */
export const KEY_FIELD = 'key';
export const answerField = (question: string): string => `answer-${question}`;
