import { json, type Reply } from '../http/reply.js';
import type { CurrentVersion, SaveAnswer } from './save.shared.js';

const reply = (answer: SaveAnswer<unknown>, status: number): Reply => json(answer, status);

/** The three answers to a save by version, as a page's script reads them. Times are those of the statement that saved. */
export const saved = (version: number, at: Date): Reply => reply({ kind: 'saved', version, at: at.toISOString() }, 200);
export const overtaken = (current: CurrentVersion<unknown>): Reply => reply({ kind: 'conflict', ...current }, 409);
export const refusedToSave = (because: string, status: 409 | 422): Reply => reply({ kind: 'refused', because }, status);
