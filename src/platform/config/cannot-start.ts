/** Why the program cannot start, in a sentence for whoever starts it: shown as it is, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
