import { readdirSync } from 'node:fs';
import { MigratedDatabase, type Prepared } from './sql/database.js';
import { findStatements, type Found, type Samples, type Statement } from './sql/find-statements.js';
import { ANY_TABLE, OWNERS, READ_BY_OTHERS, roomOf } from './sql/owners.js';
import { readSource, type Source } from './sql/program.js';
import { differences } from './sql/row-types.js';

/** Names that only a running program knows, each with one to check the statement with. A backup goes through all tables, whatever they are. */
const SAMPLES: Samples = {
  'src/admin/backup/tables.ts': { table: 'assessment_save', column: 'id' },
  'src/admin/backup/write-backup.ts': { table: 'blob', name: 'blob' },
  'src/admin/backup/restore-backup.ts': { table: 'blob' },
};

/** Where SQL passes through that was written elsewhere. */
const PASSED_ON: Readonly<Record<string, string>> = {
  'src/platform/database/database.ts': 'what runs the statements of all rooms',
  'src/auth/sessions.ts': 'the statements of connect-pg-simple',
};

let source: Source;
let found: Found;
let database: MigratedDatabase;
/** Every text of every statement; null where PostgreSQL refuses it. */
const prepared = new Map<string, Prepared | Error>();

beforeAll(async () => {
  source = readSource();
  found = findStatements(source, SAMPLES);
  database = await MigratedDatabase.open();
  for (const text of found.statements.flatMap(({ texts }) => texts.map(String)))
    prepared.set(text, await database.prepare(text).catch((error: Error) => error));
}, 180_000);
afterAll(() => database?.close());

/** A sentence for each thing that is wrong with a statement, after its place in the source. */
const wrongs = (look: (statement: Statement, prepared: Prepared) => readonly string[]): string[] => [
  ...new Set(
    found.statements.flatMap((statement) =>
      statement.texts.flatMap((text) => {
        const one = prepared.get(String(text))!;
        return one instanceof Error ? [] : look(statement, one).map((wrong) => `${statement.line}: ${wrong}`);
      }),
    ),
  ),
];

describe('hand-written SQL', () => {
  it('can be read from the source, all of it', () => {
    const unseen = found.unseen.filter((where) => !Object.keys(PASSED_ON).some((file) => where.startsWith(`${file}:`)));

    expect(unseen).toEqual([]);
    expect(found.unseen).toHaveLength(Object.keys(PASSED_ON).length);
    expect(found.statements.length).toBeGreaterThan(150);
  });

  it('is understood by the migrated database', () => {
    const refused = found.statements.flatMap(({ line, texts }) =>
      texts.flatMap((text) => {
        const one = prepared.get(String(text));
        return one instanceof Error ? [`${line}: ${one.message}\n${text}`] : [];
      }),
    );

    expect(refused).toEqual([]);
  });

  it('is given as many values as it takes', () => {
    const miscounted = wrongs(({ values }, one) =>
      values === null || values === one.values ? [] : [`${values} values for ${one.values}`],
    );

    expect(miscounted).toEqual([]);
  });

  it('calls one thing by an alias everywhere', () => {
    const means = new Map<string, Map<string, string>>();
    for (const { line, texts } of found.statements)
      for (const text of texts) {
        const one = prepared.get(String(text))!;
        for (const { name, table } of one instanceof Error ? [] : one.aliases)
          means.set(name, new Map([[table ?? 'a query', line], ...(means.get(name) ?? [])]));
      }

    expect(means.size).toBeGreaterThan(30);
    expect([...means].filter(([name, tables]) => tables.size > 1 || (database.catalog.has(name) && !tables.has(name)))).toEqual([]);
  });

  it('names every table that no entity describes', () => {
    const named = new Set([...prepared.values()].flatMap((one) => (one instanceof Error ? [] : one.tables.map(({ table }) => table))));
    const described = readdirSync('src', { recursive: true, encoding: 'utf8' }).flatMap(
      (file) => /([^/]+)\.entity\.ts$/.exec(file)?.[1] ?? [],
    );

    const unseen = [...database.catalog.keys()].filter((table) => !named.has(table) && !described.includes(table.replaceAll('_', '-')));

    expect(unseen).toEqual([]);
  });

  it('answers with the rows that the program takes them for', () => {
    const lies = wrongs(({ row }, { columns, isFetch }) => (row && !isFetch ? differences(source.checker, row, columns) : []));

    expect(lies).toEqual([]);
  });
});

/** Where a file names a table that is another room's: `grading reads submission`, with the files that do. */
function crossings(verb: 'reads' | 'writes'): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const text of found.statements.flatMap(({ texts }) => texts)) {
    const one = prepared.get(String(text))!;
    for (const { table, byte, isWritten } of one instanceof Error ? [] : one.tables) {
      const file = text.fileAt(byte);
      const room = roomOf(file);
      if (isWritten !== (verb === 'writes') || OWNERS[table] === room || file.startsWith(ANY_TABLE)) continue;
      const crossing = `${room} ${verb} ${table}`;
      files.set(crossing, [...new Set([...(files.get(crossing) ?? []), file])]);
    }
  }
  return files;
}

describe('the tables', () => {
  it('each have one room that owns them', () => {
    expect(Object.keys(OWNERS).sort()).toEqual([...database.catalog.keys()].sort());
  });

  it('are written by their owner alone', () => {
    expect([...crossings('writes')]).toEqual([]);
  });

  it('are read by their owner, and by rooms that say why', () => {
    const foreign = crossings('reads');
    const allowed = READ_BY_OTHERS.flatMap(({ room, tables }) => tables.map((table) => `${room} reads ${table}`));

    expect([...foreign].filter(([crossing]) => !allowed.includes(crossing))).toEqual([]);
    expect(allowed.filter((crossing) => !foreign.has(crossing))).toEqual([]);
  });

  it('are given to a repository by their owner alone', () => {
    const foreign = found.repositories.filter(({ file, entity }) => roomOf(file) !== roomOf(entity));

    expect(foreign.map(({ line }) => line)).toEqual([]);
    expect(found.repositories.length).toBeGreaterThan(10);
  });
});
