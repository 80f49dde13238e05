import * as cheerio from 'cheerio';

/** Text with plain spaces, whatever the typography of its language puts between words. */
export const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** An answer to be read with selectors, its words as a test types them. */
export const pageOf = (text: string): cheerio.CheerioAPI => cheerio.load(spaced(text));
