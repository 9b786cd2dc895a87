import 'server-only';
import { claimNaming, type NamingJob } from '@/db/queries/naming/claim-naming';
import { insertNamingUsage } from '@/db/queries/naming/insert-naming-usage';
import { saveNaming } from '@/db/queries/naming/save-naming';

import type { Db } from '@/db/types/database';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import { modelPrice } from '@/lib/agents/model-price';
import { namingRequest } from '@/lib/protocol/naming/naming-request';
import type { Naming } from '@/lib/protocol/naming/read-naming';
import { summaryByRule } from '@/lib/protocol/naming/summary-by-rule';
import type { BackendChoice } from '@/lib/protocol/team';
import { isAllowed } from '@/lib/team-config/policy-backends';
import { validateTeam } from '@/lib/team-config/validate-team';
import { leftOf, spendingCaps } from '../spending';
import { askForNaming } from './ask-for-naming';
import { modelsForNaming } from './models-for-naming';

export interface NamingDeps {
  db: Db;
  /** `rule` = no model is asked on this instance. */
  titles: 'model' | 'rule';
  backendFor(type: string): AgentBackend;
  credentialsFor(who: { userId: string; workspaceId: string }, choice: BackendChoice): Promise<Credentials>;
  /** How long ago somebody else must have begun with a conversation for it to be taken from them. */
  staleSeconds: number;
}

/**
 * Gives a conversation its title and summary after its first answer, once: by the cheapest model of the team that answered, else by rule
 * (the title is that of the question, the summary the answer's first line). What a person has written stays.
 */
export async function nameConversation(deps: NamingDeps, conversationId: string, signal: AbortSignal): Promise<void> {
  const job = await claimNaming(deps.db, conversationId, deps.staleSeconds);
  if (!job) return;
  const made = await byModel(deps, conversationId, job, signal);
  // Who ends the process leaves it to the next one.
  if (signal.aborted) return;
  await saveNaming(deps.db, conversationId, {
    title: made?.title ?? null,
    summary: made?.summary ?? summaryByRule(textOf(job.answer)),
  });
}

async function byModel(
  { db, titles, backendFor, credentialsFor }: NamingDeps,
  conversationId: string,
  job: NamingJob,
  signal: AbortSignal,
): Promise<Naming | null> {
  const { runId, userId, workspaceId } = job;
  const policy = { ...OPEN_POLICY, ...job.policy };
  const isWanted = titles === 'model' && job.wanted === 'model' && policy.titles !== 'rule';
  const isMissing = job.titleBy === 'rule' || job.summary === null;
  if (!isWanted || !isMissing || userId === null) return null;
  const who = { userId, workspaceId };
  if (leftOf(await spendingCaps(who, policy)) === 0) return null;
  const { team } = validateTeam(job.team);
  const credentials = (choice: BackendChoice) => credentialsFor(who, choice);
  const mayAsk = (choice: BackendChoice) => isAllowed(choice, policy);
  const models = await modelsForNaming(team, { backendFor, credentialsFor: credentials, mayAsk });
  const messages = namingRequest(textOf(job.question), textOf(job.answer));
  for (const model of models) {
    const { slot, backend, choice } = model;
    const place = { runId, slot, backend: choice.type, model: choice.model, workspaceId, userId, conversationId };
    const onUsage = (
      {
        inputTokens,
        outputTokens,
        cachedTokens,
        reasoningTokens,
      }: Parameters<Parameters<typeof askForNaming>[1]['onUsage']>[0],
      isEstimated: boolean,
    ) =>
      insertNamingUsage(db, {
        ...place,
        ...{ inputTokens, outputTokens, cachedTokens, reasoningTokens, isEstimated },
        costUsd: backend.price(choice.model, { inputTokens, outputTokens, cachedTokens, reasoningTokens }),
        priceDate: modelPrice(backend, choice.model)?.date ?? null,
      });
    const named = await askForNaming(model, { runId, messages, onUsage, signal });
    if (named || signal.aborted) return named;
  }
  return null;
}

function textOf(parts: NamingJob['answer']): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}
