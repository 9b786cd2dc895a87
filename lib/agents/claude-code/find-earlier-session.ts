import 'server-only';
import { readAgentSession } from '@/db/queries/agent-sessions/read-agent-session';
import { type AgentSessionRecord, selectAgentSessions } from '@/db/queries/agent-sessions/select-agent-sessions';
import { logger } from '@/lib/platform/observability/logger';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { AgentCall } from '../backend';
import type { EarlierSession, SessionPlace } from './agent-session';
import { entryKey, isOwnWork } from './message-content';
import { previousTurnKey, turnKey } from './turn-key';
import type { Knowledge } from './warm-agent';

type Conversation = NonNullable<AgentCall['conversation']>;

/**
 * A stored session of the slot that knows this turn or the one before, and how much of it; `null` = there is none, also when it cannot
 * be read.
 */
export async function findEarlierSession(
  place: SessionPlace,
  runId: string,
  conversation: Conversation,
): Promise<{ session: EarlierSession; knows: Knowledge } | null> {
  try {
    const { conversationId, slot, fingerprint } = place;
    for (const record of await selectAgentSessions(conversationId, slot, fingerprint)) {
      const knows = knowledgeOf(record, runId, conversation);
      if (knows === null) continue;
      const entries = await readAgentSession(record.id, record.entries);
      if (entries.length === record.entries) return { session: { ...record, entries }, knows };
      logger.warn({ session: record.id }, 'a stored Claude Code session is incomplete; its agent is told everything');
    }
  } catch (error) {
    logger.warn({ error, ...place }, 'Claude Code sessions could not be read; the agent is told everything');
  }
  return null;
}

function knowledgeOf(record: AgentSessionRecord, runId: string, conversation: Conversation): Knowledge | null {
  const { parts } = conversation;
  if (record.runId !== runId) return record.turn === previousTurnKey(conversation) ? 'earlier turns' : null;
  if (record.turn !== turnKey(parts)) return null;
  // Work of a turn that was cut off is behind the session's end: bare results would be all that the model heard of it.
  const log = parts.since.flatMap((message) => toldParts([message]).map((part) => ({ message, key: entryKey(part) })));
  const { length } = record.told;
  const isPrefix = record.told.every((key, index) => key === log[index]?.key);
  return isPrefix && !log.slice(length).some(({ message }) => isOwnWork(message)) ? length : null;
}
