import type { Env } from '../config/env.js';
import { migrate } from './migrate.js';
import { type OpenDatabase, reachDatabase } from './reach-database.js';

/** The database with this program's schema. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const reached = await reachDatabase(env);
  try {
    await migrate(reached.env.DATABASE_URL);
    return reached;
  } catch (error) {
    await reached.leave();
    throw error;
  }
}
