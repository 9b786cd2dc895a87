import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Db } from '@/db/types/database';
import type { SeededRun } from './seed-run';

/** Makes so many turns stand before the turn of a run that has not begun: `textOf` gives what was asked and answered in each, from 1. */
export async function seedHistory(
  db: Db,
  { conversationId, messageId }: SeededRun,
  turns: number,
  textOf: (turn: number, role: 'user' | 'assistant') => string,
): Promise<void> {
  const rows = Array.from({ length: turns * 2 }, (_, index) => {
    const role = index % 2 === 0 ? ('user' as const) : ('assistant' as const);
    return { id: uuidv7(), role, text: textOf(Math.floor(index / 2) + 1, role) };
  });
  await db.execute(sql`
    insert into message (id, workspace_id, conversation_id, parent_id, role, parts)
    select (row ->> 'id')::uuid, m.workspace_id, m.conversation_id, (row ->> 'parent')::uuid, row ->> 'role',
           jsonb_build_array(jsonb_build_object('type', 'text', 'text', row ->> 'text'))
    from jsonb_array_elements(${JSON.stringify(
      rows.map((row, index) => ({ ...row, parent: rows[index - 1]?.id ?? null })),
    )}::jsonb) as row, message m where m.id = ${messageId}`);
  await db.execute(
    sql`update message set parent_id = ${rows.at(-1)?.id} where id = ${messageId} and conversation_id = ${conversationId}`,
  );
}
