import type pg from 'pg';

export interface Description {
  readonly columns: readonly { readonly name: string; /** Its number in `pg_type`. */ readonly type: number }[];
  /** How many `$n` the statement takes. */
  readonly values: number;
}

/** PostgreSQL’s protocol below `pg`'s own queries, as `pg-cursor` uses it. */
interface Connection {
  parse(message: { name: string; text: string; types: number[] }): void;
  describe(message: { type: 'S'; name: string }): void;
  sync(): void;
  once(event: 'parameterDescription', listener: (message: { parameterCount: number }) => void): void;
}

/** Prepares a statement without running it: what PostgreSQL says of its columns and its parameters. */
export const describe = (client: pg.Client, text: string): Promise<Description> =>
  new Promise((resolve, reject) => {
    let columns: Description['columns'] = [];
    let values = 0;
    client.query({
      submit(connection: Connection) {
        connection.once('parameterDescription', ({ parameterCount }) => (values = parameterCount));
        connection.parse({ name: '', text, types: [] });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }) {
        columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
      },
      handleError: reject,
      handleReadyForQuery: () => resolve({ columns, values }),
    } as never);
  });
