/** A text as it is searched: without accents, capitals and the little signs of typography. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Whether every word that was typed stands in the text, in whatever order. */
export const holds = (text: string, sought: string): boolean => {
  const searched = folded(text);
  return folded(sought)
    .split(' ')
    .every((word) => searched.includes(word));
};
