import 'server-only';
import { z } from 'zod';
import { pastedAddress } from '@/lib/agents/pasted-address';
import { backendTypes } from '@/lib/agents/registry';
import { malformedBaseUrl } from '@/lib/platform/security/malformed-base-url';
import { LEAST_WINDOW } from '@/lib/protocol/fit/plan-condensation';
import { CHECK_KEYS, checksSchema } from './checks/check-schema';
import { agentSharingSchema, sharingSchema } from './context-sharing/sharing-schema';
import { choice, letter, whole } from './field-schemas';
import { agentServerFields, agentServers } from './mcp-servers/agent-servers';
import { texts } from './schema-texts';

const MAX_AGENTS = 26;
const MAX_WINDOW = 100_000_000;
const MAX_FALLBACKS = 5;
const MAX_TEXT = 20_000;
const MAX_PARAMS_CHARACTERS = 10_000;
const DAY_SECONDS = 86_400;

/** Names under which a provider's key would stand. */
export function isKeyName(name: string): boolean {
  return /^(?:api_?key|authorization|auth_?token)$/i.test(name);
}

function seconds() {
  const message = texts.seconds(DAY_SECONDS);
  return z.number({ error: message }).min(1, message).max(DAY_SECONDS, message);
}

const text = (max: number) => z.string().trim().max(max, texts.atMost(max));

const backendFields = z.strictObject({
  type: z.string({ error: texts.backendType }).pipe(z.lazy(() => choice('Backend', backendTypes()))),
  model: text(200).optional(),
  /** Whether a private one may be used depends on who asks: `refuseUntrustedAddresses`. */
  baseUrl: z.string().nullish(),
  params: z
    .record(z.string(), z.unknown())
    .refine((params) => JSON.stringify(params).length <= MAX_PARAMS_CHARACTERS, texts.paramsTooLong)
    // A team is shared, exported and part of every run's log.
    .refine((params) => !Object.keys(params).some(isKeyName), texts.noKeys)
    .optional(),
  contextWindow: whole(LEAST_WINDOW, MAX_WINDOW).optional(),
  /** `text` = the model takes no tools: it acts in the strict text form. Absent = `auto`. */
  tools: choice('Tools', ['auto', 'text']).optional(),
});

const backend = backendFields.transform((given, context) => {
  if (!given.baseUrl) return given;
  const baseUrl = pastedAddress(given.type, given.baseUrl);
  const problem = malformedBaseUrl(baseUrl);
  if (problem) context.addIssue({ code: 'custom', path: ['baseUrl'], message: problem });
  return { ...given, baseUrl };
});

const agent = z.strictObject({
  slot: letter().optional(),
  name: text(100).optional(),
  backend,
  fallbacks: z.array(backend, { error: texts.backends }).max(MAX_FALLBACKS, texts.fallbacks(MAX_FALLBACKS)).optional(),
  systemMessage: text(MAX_TEXT).nullish(),
  mcpServers: agentServers.optional(),
  weight: z.number().positive(texts.weightTooSmall).max(1000, texts.weightTooLarge).optional(),
  contextSharing: agentSharingSchema.optional(),
});

/** One of the two; `team-faults.ts` says so where it is neither, or both. */
const judge = z.strictObject({ slot: letter().optional(), backend: backend.optional() });

const coordination = z.strictObject({
  maxNewAnswersPerAgent: whole(1, 20).optional(),
  voteRule: choice('Vote rule', ['plurality', 'weighted', 'borda', 'judge', 'human']).optional(),
  voidVotes: choice('Policy', ['all', 'superseded']).optional(),
  novelty: choice('Novelty', ['lenient', 'balanced', 'strict']).optional(),
  presenter: z.string().optional(),
  selfVotes: z.boolean().optional(),
  topology: choice('Topology', ['all'], ['islands', 'tournament']).optional(),
  sideEffects: choice('Policy', ['final', 'ask', 'allow']).optional(),
  contextSharing: sharingSchema.optional(),
  decision: choice('Decision', ['votes', 'evidence']).optional(),
  depth: choice('Depth', ['all', 'auto']).optional(),
  ballots: choice('Policy', ['undecided', 'never']).optional(),
  judge: judge.nullish(),
  checks: checksSchema.optional(),
});

const limits = z.strictObject({
  turnSeconds: seconds().optional(),
  callSeconds: seconds().optional(),
  idleSeconds: seconds().optional(),
  callsPerAgent: whole(1, 1000).optional(),
  stepsPerCall: whole(1, 1000).optional(),
  maxTokens: whole(1, 1e12).nullish(),
  maxCostUsd: z.number().positive(texts.amount).nullish(),
});

/** A team as people write it. Every message is for people; paths are those of the input. */
export const teamSchema = z.strictObject({
  name: text(100).min(1, texts.name).optional(),
  agents: z
    .array(agent, { error: texts.agents })
    .min(1, texts.noAgent)
    .max(MAX_AGENTS, texts.tooManyAgents(MAX_AGENTS)),
  coordination: coordination.optional(),
  limits: limits.optional(),
});

export type ParsedTeam = z.infer<typeof teamSchema>;

/** The keys that exist at a path, for suggestions: `agents`, `agents.backend`, … */
export const TEAM_KEYS: Record<string, string[]> = {
  '': Object.keys(teamSchema.shape),
  agents: Object.keys(agent.shape),
  'agents.backend': Object.keys(backendFields.shape),
  'agents.fallbacks': Object.keys(backendFields.shape),
  'agents.mcpServers': Object.keys(agentServerFields.shape),
  'agents.contextSharing': Object.keys(agentSharingSchema.shape),
  coordination: Object.keys(coordination.shape),
  'coordination.contextSharing': Object.keys(sharingSchema.shape),
  'coordination.checks': CHECK_KEYS,
  'coordination.judge': Object.keys(judge.shape),
  'coordination.judge.backend': Object.keys(backendFields.shape),
  limits: Object.keys(limits.shape),
};
