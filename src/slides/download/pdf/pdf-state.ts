import type { MadePdf, PdfRecord } from './deck-pdfs.queries.js';

/** How a deck’s file stands: the one there is, if any, and whether another is on its way. */
export interface PdfState {
  readonly pdf: MadePdf | null;
  readonly state: 'made' | 'waiting' | 'failed' | 'no-browser';
  /** Why it failed, in the words of the program. */
  readonly reason: string | null;
}

/** A file that stands stays good though nothing can be made any more; without one, the missing browser comes first. */
export function pdfStateOf(record: PdfRecord | undefined, machine: 'has a browser' | 'has none'): PdfState {
  const pdf = record?.pdf ?? null;
  if (pdf && record && pdf.madeAt >= record.askedAt) return { pdf, state: 'made', reason: null };
  if (machine === 'has none') return { pdf, state: pdf ? 'made' : 'no-browser', reason: null };
  if (record?.lastError) return { pdf, state: 'failed', reason: record.lastError };
  return { pdf, state: 'waiting', reason: null };
}
