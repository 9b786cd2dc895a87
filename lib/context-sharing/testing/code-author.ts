import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AgentCall } from '@/lib/agents/backend';
import { createScriptedBackend, type ScriptedBackend, type ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { ballotOf } from '@/lib/engine/testing/team-script';
import type { UserPart } from '@/lib/protocol/prompt-message';
import { startWorkFolder } from '@/lib/runtime/start-work-folder';

export interface AuthorWork {
  answer: string;
  ownTools?: ScriptedStep['ownTools'];
  /** Of its working folder, by path. */
  files?: Record<string, string>;
  /** Notes for the others. */
  notes?: string[];
  text?: string[];
  /** What it waits for before it takes what is new. */
  until?: Promise<unknown>;
}

export interface CodeAuthor extends ScriptedBackend {
  /** What it was told between two of its steps. */
  readonly news: UserPart[];
  /** Its first call. */
  readonly begun: Promise<AgentCall>;
}

/** An agent like Claude Code: it works in a folder with tools of its own, publishes once a run, and then votes for the last answer. */
export function codeAuthor(workOf: (call: AgentCall) => AuthorWork): CodeAuthor {
  const news: UserPart[] = [];
  const published = new Set<string>();
  const begun = Promise.withResolvers<AgentCall>();
  const backend = createScriptedBackend({
    type: 'claude_code',
    script: async (call) => {
      begun.resolve(call);
      if (call.toolChoice === 'none') return { text: ['Presented by the author.'] };
      const key = `${call.runId} ${call.slot}`;
      const choices = ballotOf(call).sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]));
      if (published.has(key) && choices[0])
        return { tools: [{ tool: 'vote', arguments: { answer_id: choices[0], reason: 'It is the newest.' } }] };
      published.add(key);
      const { answer, ownTools, files = {}, notes = [], text, until } = workOf(call);
      await writeFiles(call, files);
      await until;
      return {
        ...(ownTools && { ownTools }),
        ...(text && { text }),
        takesNews: (parts) => news.push(...parts),
        board: notes.map((note) => ({ tool: 'post_note', arguments: { text: note } })),
        tools: [{ tool: 'new_answer', arguments: { content: answer } }],
      };
    },
  });
  return Object.assign(backend, { news, begun: begun.promise });
}

async function writeFiles({ conversation, runId, slot }: AgentCall, files: Record<string, string>): Promise<void> {
  if (!conversation || Object.keys(files).length === 0) return;
  const folder = await startWorkFolder({ conversationId: conversation.id, runId, slot });
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder.files, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
