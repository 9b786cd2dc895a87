import { messages, type PGlite, protocol, type QueryOptions, type Results } from '@electric-sql/pglite';

type Query = (text: string, params?: unknown[], options?: QueryOptions) => Promise<Results<unknown>>;

interface Statement {
  name: string;
  paramTypes: number[];
  fields: { name: string; dataTypeID: number }[];
}

/** What drizzle asks of a client. */
interface Client {
  query: Query;
  transaction<T>(work: (tx: { query: Query }) => Promise<T>): Promise<T>;
}

/** Texts used less often are not worth a statement that the database keeps for ever. */
const USES_TO_PREPARE = 3;
const MAX_STATEMENTS = 200;
const MAX_COUNTED_TEXTS = 1_000;
/** Tables grow from nothing, and a plan that was right for an empty one must not stay. */
const USES_OF_A_PLAN = 2_000;

const { serialize } = protocol;

/**
 * The embedded database for drizzle, with prepared statements: PGlite itself parses and plans a statement each time, in six passes
 * through WebAssembly, which costs several times more than the statement's work. A prepared one takes a single pass.
 */
export function prepareStatements(pglite: PGlite): Client {
  const statements = new Map<string, Statement>();
  const uses = new Map<string, number>();
  let plannedUses = 0;

  function isWorthPreparing(text: string): boolean {
    if (statements.has(text)) return true;
    if (statements.size >= MAX_STATEMENTS) return false;
    if (uses.size >= MAX_COUNTED_TEXTS) uses.clear();
    const count = (uses.get(text) ?? 0) + 1;
    uses.set(text, count);
    return count >= USES_TO_PREPARE;
  }

  async function prepare(text: string): Promise<Statement> {
    const name = `s${statements.size}`;
    const replies = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const statement: Statement = { name, paramTypes: [], fields: [] };
    for (const reply of replies) {
      if (reply instanceof messages.ParameterDescriptionMessage) statement.paramTypes = reply.dataTypeIDs;
      if (reply instanceof messages.RowDescriptionMessage) statement.fields = reply.fields;
    }
    statements.set(text, statement);
    uses.delete(text);
    return statement;
  }

  function send(...parts: Uint8Array[]) {
    return pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });
  }

  async function refreshPlans(): Promise<void> {
    if (++plannedUses % USES_OF_A_PLAN !== 0) return;
    await send(serialize.query('discard plans'));
  }

  async function execute(text: string, params: unknown[], options: QueryOptions): Promise<Results<unknown>> {
    await refreshPlans();
    const statement = statements.get(text) ?? (await prepare(text));
    const values = params.map((value, index) => {
      if (value === null || value === undefined) return null;
      const write = pglite.serializers[statement.paramTypes[index] ?? 0];
      return write ? write(value) : String(value);
    });
    const replies = await send(
      serialize.bind({ statement: statement.name, values }),
      serialize.execute(),
      serialize.sync(),
    );
    const { fields } = statement;
    const readers = fields.map(({ dataTypeID }) => options.parsers?.[dataTypeID] ?? pglite.parsers[dataTypeID]);
    const read = (value: string | null, index: number) => {
      const reader = readers[index];
      return value === null || !reader ? value : reader(value, fields[index]?.dataTypeID);
    };
    const rows: unknown[] = [];
    let affectedRows = 0;
    for (const reply of replies) {
      if (reply instanceof messages.DataRowMessage) {
        const row = reply.fields.map(read);
        rows.push(
          options.rowMode === 'array'
            ? row
            : Object.fromEntries(row.map((value, index) => [fields[index]?.name, value])),
        );
      } else if (reply instanceof messages.CommandCompleteMessage) {
        affectedRows += Number(/\d+$/.exec(reply.text)?.[0] ?? 0);
      }
    }
    return { rows, fields, affectedRows };
  }

  const query: Query = (text, params = [], options = {}) => {
    if (!isWorthPreparing(text)) return pglite.query(text, params, options);
    return pglite._runExclusiveTransaction(async () => {
      const results = await pglite._runExclusiveQuery(() => execute(text, params, options));
      await pglite.syncToFs();
      return results;
    });
  };

  return {
    query,
    transaction: (work) =>
      pglite.transaction((tx) =>
        work({
          query: (text, params = [], options = {}) =>
            isWorthPreparing(text)
              ? pglite._runExclusiveQuery(() => execute(text, params, options))
              : tx.query(text, params, options),
        }),
      ),
  };
}
