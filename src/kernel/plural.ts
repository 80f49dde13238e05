/** What a word ends in after a count: French has its plural from 2 on, so that 0 and 1,5 are singular. */
export const frenchS = (count: number): string => (Math.abs(count) < 2 ? '' : 's');

/** The same in English, where everything but 1 is plural: 0 too. */
export const englishS = (count: number): string => (count === 1 ? '' : 's');
