import type { CheerioAPI } from 'cheerio';
import type { Test } from 'supertest';
import type { TestAppForFile } from './app-for-file.js';
import { pageOf } from './pages.js';
import type { Visitor } from './test-app.js';

/** What somebody does with the worksheet of their team. */
export interface Member {
  open(path: string): Promise<CheerioAPI>;
  /** Saves a cell as the page's script does. */
  put(row: string, field: string, cell: { state?: string; value: unknown; version: number }): Test;
  /** Adds a row to a section; answers its id. */
  add(section: string): Promise<string>;
  /** Presses a button of a row; answers where it leads. */
  act(row: string, how: 'removal' | 'restoration' | 'earlier' | 'later', section?: string): Promise<string>;
  /** The first row of a repeat. */
  rowOf(repeat: string): Promise<string>;
}

export function memberAt(app: TestAppForFile, visitor: Visitor, at: string): Member {
  const locationOf = async (sent: Test): Promise<string> => (await sent.expect(303)).headers['location']!;
  return {
    open: async (path) => pageOf((await visitor.get(`${at}${path}`).expect(200)).text),
    put: (row, field, cell) =>
      visitor.put(`${at}/sections/${field.split('.')[0]}/rows/${row}/fields/${field}`).send({ state: 'value', ...cell }),
    add: async (section) => (await locationOf(visitor.post(`${at}/sections/${section}/rows`))).split('/').at(-1)!,
    act: (row, how, section = 'organisations') => locationOf(visitor.post(`${at}/sections/${section}/rows/${row}/${how}`)),
    rowOf: async (repeat) => {
      const sql = 'SELECT id FROM worksheet_row WHERE repeat = $1 AND deleted_at IS NULL ORDER BY position LIMIT 1';
      return (await app.database.query<{ id: string }>(sql, [repeat]))[0]!.id;
    },
  };
}
