/**
 * The thread in which the embedded database runs, so that its work and the server's go on at the same time. Takes one request after the
 * other: `{id, open: {folder, settings}}`, then `{id, text, params}` for one statement, `{id, script}` for several without parameters, and
 * `{id, close: true}`, after which it takes the next one to open: V8 can abort the process when WebAssembly's code goes with its thread while
 * another thread compiles it (nodejs/node#64500), so a thread stays as long as the process. Answers
 * `{id, results: [{fields, rows, affectedRows}]}` with values as Postgres writes them, or `{id, error}`; either may have `notes`, the notifications
 * that came with it as `[{channel, payload}]`: they are told with the answer because waking the other thread costs more than a small statement.
 *
 * Statements that come again are prepared: PGlite itself parses and plans a statement each time, in six passes through WebAssembly, which
 * costs several times more than the statement's work. A prepared one takes a single pass.
 */
import { parentPort } from 'node:worker_threads';
import { messages, PGlite, protocol } from '@electric-sql/pglite';

/** Texts used less often are not worth a statement that the database keeps for ever. */
const USES_TO_PREPARE = 3;
const MAX_STATEMENTS = 200;
const MAX_COUNTED_TEXTS = 1_000;
/** Tables grow from nothing, and a plan that was right for an empty one must not stay. */
const USES_OF_A_PLAN = 2_000;

const { serialize } = protocol;

let pglite;
/** Everything that is told in a transaction comes with its commit, so with the answer to a request. */
let notes = [];
let statements = new Map();
let uses = new Map();
let executions = 0;

async function openDatabase({ folder, settings }) {
  pglite = await PGlite.create(folder, {
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
  });
  pglite.onNotification((channel, payload) => notes.push({ channel, payload }));
  statements = new Map();
  uses = new Map();
  executions = 0;
}

function send(...parts) {
  return pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });
}

function isWorthPreparing(text) {
  if (statements.size >= MAX_STATEMENTS) return false;
  if (uses.size >= MAX_COUNTED_TEXTS) uses.clear();
  const count = (uses.get(text) ?? 0) + 1;
  uses.set(text, count);
  return count >= USES_TO_PREPARE;
}

/** The statement under a name when it will come again, else the unnamed one, which the next replaces. */
async function parse(text) {
  const isKept = isWorthPreparing(text);
  const statement = { name: isKept ? `s${statements.size}` : '', paramTypes: [], fields: [] };
  const { name } = statement;
  const replies = await send(
    serialize.parse({ name, text }),
    serialize.describe({ type: 'S', name }),
    serialize.sync(),
  );
  for (const reply of replies) {
    if (reply instanceof messages.ParameterDescriptionMessage) statement.paramTypes = reply.dataTypeIDs;
    if (reply instanceof messages.RowDescriptionMessage) statement.fields = fieldsOf(reply);
  }
  if (isKept) {
    statements.set(text, statement);
    uses.delete(text);
  }
  return statement;
}

function fieldsOf({ fields }) {
  return fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
}

async function execute(text, params) {
  executions += 1;
  if (executions % USES_OF_A_PLAN === 0) await send(serialize.query('discard plans'));
  const { name, paramTypes, fields } = statements.get(text) ?? (await parse(text));
  const values = params.map((value, index) => {
    if (value === null || value === undefined) return null;
    const write = pglite.serializers[paramTypes[index] ?? 0];
    return write ? write(value) : String(value);
  });
  const replies = await send(serialize.bind({ statement: name, values }), serialize.execute(), serialize.sync());
  return resultsOf(replies, fields);
}

async function runScript(script) {
  return resultsOf(await send(serialize.query(script)), []);
}

function resultsOf(replies, described) {
  const results = [];
  let fields = described;
  let rows = [];
  for (const reply of replies) {
    if (reply instanceof messages.RowDescriptionMessage) fields = fieldsOf(reply);
    else if (reply instanceof messages.DataRowMessage) rows.push(reply.fields);
    else if (reply instanceof messages.CommandCompleteMessage) {
      results.push({ fields, rows, affectedRows: Number(/\d+$/.exec(reply.text)?.[0] ?? 0) });
      fields = [];
      rows = [];
    }
  }
  return results;
}

async function answer({ text, params, script, open, close }) {
  if (open) {
    await openDatabase(open);
    return [];
  }
  if (close) {
    await pglite.close();
    pglite = undefined;
    return [];
  }
  const results = script === undefined ? await execute(text, params) : await runScript(script);
  await pglite.syncToFs();
  return results;
}

function reply(id, outcome) {
  const told = notes;
  notes = [];
  parentPort.postMessage(told.length > 0 ? { id, ...outcome, notes: told } : { id, ...outcome });
}

let turn = Promise.resolve();
parentPort.on('message', (request) => {
  turn = turn.then(async () => {
    reply(
      request.id,
      await answer(request).then(
        (results) => ({ results }),
        // An Error's own fields, the SQLSTATE among them, would not survive the way.
        (error) => ({ error: { ...error, message: error.message, stack: error.stack } }),
      ),
    );
  });
});
