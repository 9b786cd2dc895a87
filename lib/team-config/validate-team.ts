import 'server-only';
import type { TeamDefinition } from '@/db/types/team-definition';
import { backendFor } from '@/lib/agents/registry';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';
import type { Team, TeamAgent } from '@/lib/protocol/team';
import { backendsOf } from './backends-of';
import { checkFaults, checkWarnings } from './checks/check-faults';
import { completeChecks } from './checks/complete-checks';
import { completeBackend, DEMO_MODELS } from './complete-backend';
import { completeAgentSharing, completeSharing } from './context-sharing/complete-sharing';
import { sharingFaults } from './context-sharing/sharing-faults';
import { sharingWarnings } from './context-sharing/sharing-warnings';
import { completeJudge, decisionWarnings, judgeFaults, withMemory } from './decision-settings';
import { completeServers, serverFaults } from './mcp-servers/agent-servers';
import { paramWarnings } from './param-warnings';
import { texts } from './schema-texts';
import { DEFAULT_COORDINATION, DEFAULT_LIMITS } from './team-defaults';
import { teamFieldErrors } from './team-field-errors';
import { type ParsedTeam, teamSchema } from './team-schema';
import { teamWarnings } from './team-warnings';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export interface ValidTeam {
  /** Complete: every default filled in. */
  team: Team;
  /** As it was written. */
  definition: TeamDefinition;
  /** What is allowed but most likely not meant, or does not do what one may think. */
  warnings: FieldError[];
}

const holder = globalThis as { massgenCheckedTeams?: WeakMap<object, ValidTeam> };

/**
 * By the definitions they have: a run that begins at once is checked by who asks for it and by who drives it, who are bundled separately, each
 * with a module of its own.
 */
holder.massgenCheckedTeams ??= new WeakMap();
const checked = holder.massgenCheckedTeams;

/** Checks a team and fills in its defaults. Throws `invalid` with the path of each fault; asks neither network nor database. */
export function validateTeam(input: unknown): ValidTeam {
  const known = typeof input === 'object' && input !== null ? checked.get(input) : undefined;
  if (known) return known;
  const valid = check(input);
  checked.set(valid.definition, valid);
  return valid;
}

function check(input: unknown): ValidTeam {
  const parsed = teamSchema.safeParse(input);
  if (!parsed.success) throw invalid(teamFieldErrors(parsed.error));
  const name = parsed.data.name ?? 'Team';
  const sharing = completeSharing(parsed.data.coordination?.contextSharing);
  const givenSharing = parsed.data.agents.map(({ contextSharing }) => contextSharing);
  const agents = completeAgents(parsed.data, sharing !== null);
  const checks = parsed.data.coordination?.checks ?? [];
  const faults = [
    ...slotFaults(parsed.data),
    ...modelFaults(parsed.data),
    ...paramFaults(parsed.data),
    ...presenterFaults(parsed.data, agents),
    ...judgeFaults(parsed.data, agents),
    ...checkFaults(checks),
    ...sharingFaults(givenSharing, agents),
    ...serverFaults(parsed.data),
  ];
  if (faults.length > 0) throw invalid(faults);
  const { contextSharing: _, checks: __, ...coordination } = parsed.data.coordination ?? {};
  const { decision, depth, ballots, judge, sideEffects, ...rest } = coordination;
  const team: Team = {
    name,
    agents: decision === 'evidence' ? agents.map(withMemory) : agents,
    coordination: withDefaults(DEFAULT_COORDINATION, {
      ...rest,
      // What is the default stands in no log: a team without tools is what it always was.
      ...(sideEffects !== 'final' && { sideEffects }),
      ...(decision === 'evidence' && { decision, depth, ballots }),
      ...(decision === 'evidence' && checks.length > 0 && { checks: completeChecks(checks) }),
      ...((decision === 'evidence' || rest.voteRule === 'judge') && { judge: completeJudge(judge) }),
      ...(coordination.presenter && { presenter: presenterOf(coordination.presenter) }),
      ...(sharing && { contextSharing: sharing }),
    }),
    limits: withDefaults(DEFAULT_LIMITS, parsed.data.limits ?? {}),
  };
  const warnings = [
    ...paramWarnings(parsed.data),
    ...teamWarnings(team),
    ...decisionWarnings(parsed.data),
    ...checkWarnings(checks, team),
    ...sharingWarnings(team, givenSharing),
  ];
  return { team, definition: { ...parsed.data, name }, warnings };
}

function invalid(fields: FieldError[]): AppError {
  const [first] = fields;
  const more = fields.length > 1 ? ` ${texts.moreFaults(fields.length - 1)}` : '';
  return new AppError('invalid', `${texts.notValid(first?.path || 'input', first?.message ?? '')}${more}`, { fields });
}

function withDefaults<T extends object>(defaults: T, given: Partial<Record<keyof T, unknown>>): T {
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(present) };
}

function completeAgents({ agents }: ParsedTeam, isSharing: boolean): TeamAgent[] {
  const free = LETTERS.filter((letter) => !agents.some(({ slot }) => slot === letter));
  return agents.map((agent, index) => {
    const slot = agent.slot ?? free.shift() ?? '';
    const demoModel = DEMO_MODELS[index % DEMO_MODELS.length] ?? '';
    const fallbacks = (agent.fallbacks ?? []).map((fallback) => completeBackend(fallback, demoModel));
    return {
      slot,
      name: agent.name || `Agent ${slot}`,
      ...completeBackend(agent.backend, demoModel),
      systemMessage: agent.systemMessage || null,
      mcpServers: completeServers(agent.mcpServers),
      weight: agent.weight ?? 1,
      ...(fallbacks.length > 0 && { fallbacks }),
      ...(isSharing && agent.contextSharing && { contextSharing: completeAgentSharing(agent.contextSharing) }),
    };
  });
}

function slotFaults({ agents }: ParsedTeam): FieldError[] {
  return agents.flatMap(({ slot }, index) => {
    const taken = slot !== undefined && agents.findIndex((other) => other.slot === slot) < index;
    return taken ? [{ path: `agents[${index}].slot`, message: texts.slotTaken(slot) }] : [];
  });
}

function modelFaults(team: ParsedTeam): FieldError[] {
  return backendsOf(team).flatMap(({ type, model, at }) => {
    const path = `${at}.model`;
    if (type !== 'demo') return model ? [] : [{ path, message: texts.model }];
    if (!model || DEMO_MODELS.includes(model)) return [];
    const near = closestWord(model, DEMO_MODELS);
    return [
      {
        path,
        message: `${texts.noDemo(model)} ${near ? texts.didYouMean(near) : texts.known(DEMO_MODELS)}`,
      },
    ];
  });
}

function paramFaults(team: ParsedTeam): FieldError[] {
  return backendsOf(team).flatMap(({ type, params = {}, at }) =>
    (backendFor(type).paramProblems?.(params) ?? []).map(({ path, message }) => ({
      path: `${at}.params.${path}`,
      message,
    })),
  );
}

function presenterFaults({ coordination }: ParsedTeam, agents: TeamAgent[]): FieldError[] {
  const presenter = coordination?.presenter;
  const allowed = ['winner', 'verbatim', ...agents.map(({ slot }) => slot)];
  if (presenter === undefined || allowed.includes(presenterOf(presenter))) return [];
  return [{ path: 'coordination.presenter', message: texts.noneOf(presenter, allowed) }];
}

function presenterOf(presenter: string): string {
  return presenter.length === 1 ? presenter.toUpperCase() : presenter;
}
