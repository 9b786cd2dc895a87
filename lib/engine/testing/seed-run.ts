import { uuidv7 } from 'uuidv7';
import { insertTurn } from '@/db/queries/runs/insert-turn';
import type { NewTurn } from '@/db/queries/runs/turn-insertion';
import { createUser } from '@/db/queries/users/create-user';
import type { Db } from '@/db/types/database';
import type { TeamDefinition } from '@/db/types/team-definition';
import { MAX_ATTACHED_BYTES } from '@/lib/protocol/attachment';

export interface Person {
  userId: string;
}

/** A person with a personal workspace. */
export async function seedPerson(): Promise<Person> {
  const made = await createUser({
    email: `${uuidv7()}@example.test`,
    name: 'Test',
    passwordHash: null,
    role: 'member',
  });
  if (!made) throw new Error('The test person could not be made.');
  return { userId: made.id };
}

export interface SeededRun {
  runId: string;
  conversationId: string;
  messageId: string;
  answerMessageId: string;
}

/** A queued run of the person, in a conversation of its own unless one is given. */
export async function seedRun(
  person: Person,
  team: TeamDefinition,
  options: Partial<
    Pick<NewTurn, 'input' | 'conversationId' | 'parentMessageId' | 'maxUnfinished' | 'attachmentIds'>
  > & {
    enqueue?: (tx: Db, runId: string) => Promise<void>;
  } = {},
): Promise<SeededRun> {
  const ids = { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() };
  const { enqueue, ...rest } = options;
  const made = await insertTurn(
    person,
    {
      ids,
      conversationId: null,
      title: 'Test',
      parentMessageId: undefined,
      input: 'What is best?',
      team,
      attachmentIds: [],
      maxAttachedBytes: MAX_ATTACHED_BYTES,
      maxUnfinished: 1_000,
      ...rest,
    },
    enqueue ?? (async () => {}),
  );
  if (!made.ok) throw new Error(`The test run could not be made: ${made.because}.`);
  return {
    runId: ids.run,
    conversationId: made.conversationId,
    messageId: ids.message,
    answerMessageId: ids.answerMessage,
  };
}
