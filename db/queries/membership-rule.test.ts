import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Files that touch workspace-owned tables without an actor, each with the reason. */
const EXCEPTIONS: Record<string, string> = {
  'access/select-lost-rights.ts': 'asks for many people at once, of each by the same condition',
  'attachments/delete-expired-attachments.ts': 'removes what nobody uses, whoever uploaded it',
  'conversations/select-known-conversations.ts': 'finds what deleted conversations have left behind',
  'policies/delete-expired-conversations.ts': 'keeps what every workspace has laid down',
  'policies/policy-of.ts': 'what is laid down for a workspace holds for whoever acts in it',
  'policies/live-spending.ts': 'what a run spends counts under the caps of its workspace, whoever asks',
  'policies/spent-since.ts': 'what a cap counts is what everybody has spent',
  'mcp-calls/delete-old-mcp-calls.ts': 'removes what is old, whoever made the call',
  'mcp-health/claim-due-servers.ts': 'takes the servers of everybody to be looked at, each in its owner’s name',
  'retention/delete-unused-conversations.ts': 'keeps what each person has decided for their own',
  'workspaces/insert-workspace.ts': 'makes a workspace together with its owner',
  'invites/open-invite.ts': 'whoever follows a link is no member yet; the right is that of who made it',
  'users/insert-user.ts': 'makes the workspace together with its owner',
};
/** The engine works for runs, not for people: its queries are fenced by run id and epoch. */
const ENGINE_SIDE = [
  'run-log/',
  'context-store/',
  'agent-sessions/',
  // Names what runs have answered, for whoever asked.
  'naming/',
  // Makes findable what anybody has written; who may find it, `search/` asks.
  'search-index/',
  // What a server offers is the same for whoever uses it.
  'mcp-pins/',
  // What a link shows is asked for by its token, or by ids that the link has led to.
  'shared/',
];

const OWNED_TABLES =
  /^import (?!type ).*from '(?:\.\.\/)+schema\/(attachments|contexts|conversations|mcp|mcp-work|prompts|providers|reliability|runs|search|shares|teams|usage|workspaces)';$/m;
const CAN_QUERY = /getDb\(|: Db\b/;
const BUILDER =
  /\b(memberOf|permitted|permittedServer|permittedChain|visiblePrompt|visibleConversation|visibleAttachment|visibleShare|changeableTeam)\(/;
const EXPORTED = /^export (?:async )?function (\w+)\s*\(\s*([^)]*)/gm;

const root = join(import.meta.dirname);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/(?:^|\/)testing\//.test(file))
  .filter((file) => !ENGINE_SIDE.some((folder) => file.startsWith(folder)) && !(file in EXCEPTIONS))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => OWNED_TABLES.test(text) && CAN_QUERY.test(text));

describe('queries on tables that belong to a workspace', () => {
  it('are found', () => {
    expect(files.map(({ file }) => file)).toContain('conversations/select-conversations.ts');
  });

  it.each(files)('$file takes the actor first and checks membership with the builder', ({ text }) => {
    expect(text).toMatch(BUILDER);
    const first = [...text.matchAll(EXPORTED)].map(
      ([, name, parameters]) => `${name}(${parameters?.split(',')[0]?.trim()})`,
    );
    expect(first.length).toBeGreaterThan(0);
    for (const signature of first) expect(signature).toMatch(/\(_?actor: QueryActor\)$/);
  });

  it.each(Object.keys(EXCEPTIONS))('the exception %s exists', (file) => {
    expect(readFileSync(join(root, file), 'utf8')).toMatch(OWNED_TABLES);
  });
});

describe('the tables', () => {
  it('are imported by db/ only', () => {
    const importers = ['lib', 'app', 'components']
      .flatMap((folder) => {
        const base = join(root, '../..', folder);
        if (!existsSync(base)) return [];
        return readdirSync(base, { recursive: true, encoding: 'utf8' }).map((file) => join(base, file));
      })
      .filter((file) => /\.tsx?$/.test(file) && /from '@\/db\/schema\//.test(readFileSync(file, 'utf8')));
    expect(importers).toEqual([]);
  });
});
