import { and, eq, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer, mcpTool } from '../../schema/mcp';
import type { Db } from '../../types/database';
import type { StoredTool, ToolState } from '../../types/mcp-tool-record';

export interface NamedTool {
  definition: StoredTool;
  hash: string;
}

type Pin = Pick<typeof mcpTool.$inferSelect, 'name' | 'hash' | 'state' | 'approvedHash' | 'isPresent'>;

/**
 * Compares what a server names with what is known of it: what is new waits for a person, what has changed since it was approved waits again, what is as
 * it was approved may be used. Returns the names of those. Its callers have found that somebody may use the server.
 */
export async function pinMcpTools(serverId: string, named: NamedTool[]): Promise<Set<string>> {
  const db = await getDb();
  const known = await pinsOf(db, serverId);
  if (isAsKnown(known, named)) return approvedOf(known, named);
  return db.transaction(async (tx) => {
    // Of two at once the second finds what the first has written.
    const [server] = await tx
      .select({ approvesFirst: mcpServer.approvesFirst })
      .from(mcpServer)
      .where(eq(mcpServer.id, serverId))
      .for('update');
    if (!server) return new Set<string>();
    const before = new Map((await pinsOf(tx, serverId)).map((pin) => [pin.name, pin]));
    const isNew = ({ definition }: NamedTool) => !before.has(definition.name);
    await insertPins(tx, serverId, named.filter(isNew), server.approvesFirst);
    for (const tool of named) await updatePin(tx, serverId, tool, before.get(tool.definition.name));
    const gone = [...before.keys()].filter((name) => !named.some(({ definition }) => definition.name === name));
    if (gone.length > 0)
      await tx
        .update(mcpTool)
        .set({ isPresent: false })
        .where(and(eq(mcpTool.serverId, serverId), inArray(mcpTool.name, gone)));
    // A promise made of what was shown when the server was added: what comes later waits.
    if (server.approvesFirst && named.length > 0)
      await tx.update(mcpServer).set({ approvesFirst: false }).where(eq(mcpServer.id, serverId));
    return approvedOf(await pinsOf(tx, serverId), named);
  });
}

function pinsOf(db: Db, serverId: string): Promise<Pin[]> {
  const { name, hash, state, approvedHash, isPresent } = mcpTool;
  return db.select({ name, hash, state, approvedHash, isPresent }).from(mcpTool).where(eq(mcpTool.serverId, serverId));
}

function isAsKnown(known: Pin[], named: NamedTool[]): boolean {
  const present = new Map(known.filter(({ isPresent }) => isPresent).map((pin) => [pin.name, pin.hash]));
  return present.size === named.length && named.every(({ definition, hash }) => present.get(definition.name) === hash);
}

function approvedOf(known: Pin[], named: NamedTool[]): Set<string> {
  const approved = new Map(known.filter(({ state }) => state === 'approved').map((pin) => [pin.name, pin.hash]));
  return new Set(
    named
      .filter(({ definition, hash }) => approved.get(definition.name) === hash)
      .map(({ definition }) => definition.name),
  );
}

async function insertPins(db: Db, serverId: string, tools: NamedTool[], approvesFirst: boolean): Promise<void> {
  if (tools.length === 0) return;
  await db.insert(mcpTool).values(
    tools.map(({ definition, hash }) => ({
      ...{ serverId, name: definition.name, definition, hash },
      ...(approvesFirst
        ? { state: 'approved' as const, approved: definition, approvedHash: hash }
        : { state: 'new' as const }),
    })),
  );
}

async function updatePin(
  db: Db,
  serverId: string,
  { definition, hash }: NamedTool,
  before: Pin | undefined,
): Promise<void> {
  if (!before || (before.hash === hash && before.isPresent)) return;
  await db
    .update(mcpTool)
    .set({ definition, hash, state: stateAfter(before, hash), isPresent: true })
    .where(and(eq(mcpTool.serverId, serverId), eq(mcpTool.name, definition.name)));
}

/** A tool that is again as it was approved needs nobody; one that was blocked stays so. */
function stateAfter({ state, approvedHash }: Pin, hash: string): ToolState {
  if (state === 'blocked') return 'blocked';
  if (approvedHash === null) return 'new';
  return approvedHash === hash ? 'approved' : 'changed';
}
