/** Words as people count them: what stands between spaces and holds a letter or a digit, so that `« mot »` is one word. */
export const countWords = (text: string): number => text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
