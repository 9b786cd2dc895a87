import { cutText } from '@/lib/protocol/text/cut-text';
import type { BackendInfo } from './backends-store';
import { texts } from './editor-texts';
import type { LocalServer } from './local-servers';
import { modelHint } from './model-hint';
import { TEAM_FOR_QUESTION, type TeamChoice } from './team-choice';
import { type BackendDraft, type TeamDraft, withLetters } from './team-draft';
import { speaks } from './team-of-backend';

/** A model that can be asked now. */
export interface ModelChoice {
  /** Tells it from the same model somewhere else. */
  key: string;
  type: string;
  model: string;
  /** Absent = the backend's usual one. */
  baseUrl?: string;
  /** Who serves it. */
  source: string;
  /** Window and price, where they are known. */
  note?: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const AGENTS = 3;
const MOST_NAME = 80;

/** The models of a server at a private address that hold a conversation. */
export function choicesOfServer({ label, backend, baseUrl, models }: LocalServer): ModelChoice[] {
  return models.filter(speaks).map((model) => ({
    key: `${baseUrl} ${model}`,
    type: backend,
    model,
    baseUrl,
    source: label,
    note: texts.onThisMachine,
  }));
}

/** What can be asked now: models of providers that answer, then those of servers at private addresses. */
export function modelChoices(backends: BackendInfo[], servers: LocalServer[]): ModelChoice[] {
  const ready = backends.filter(({ simulation, healthy, configured }) => !simulation && healthy && configured);
  const ofProviders = ready.flatMap((backend) =>
    backend.models.filter(speaks).map((model) => ({
      key: `${backend.type} ${model}`,
      type: backend.type,
      model,
      source: backend.label,
      note: modelHint(model, backend),
    })),
  );
  return [...ofProviders, ...servers.flatMap(choicesOfServer)];
}

/** Choices in which every word of the text occurs, in the model's name or its source. */
export function choicesWith(choices: ModelChoice[], text: string): ModelChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ model, source }) => {
    const name = `${model} ${source}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}

/** A team with an agent for each of these models, at most as many as there are letters. */
export function teamOfChoices(name: string, choices: readonly ModelChoice[]): TeamDraft {
  const agents = choices.slice(0, LETTERS.length).map(({ type, model, baseUrl }, index) => ({
    slot: LETTERS[index],
    name: '',
    backend: { type, model, ...(baseUrl && { baseUrl }) },
  }));
  // A single agent has nobody to decide between.
  return { name, agents, ...(agents.length > 1 && { coordination: { decision: 'evidence' } }) };
}

/** The team of these models for one question, as the picker shows it: it is sent with the question and saved nowhere. */
export function teamForQuestion(choices: readonly ModelChoice[]): TeamChoice {
  const name = cutText(choices.map(({ model }) => model).join(', '), MOST_NAME);
  const definition = teamOfChoices(name, choices);
  return {
    id: TEAM_FOR_QUESTION,
    name,
    builtIn: false,
    canCheck: definition.agents.length > 1,
    agents: definition.agents.map(({ slot = '', backend: { type, model = '', baseUrl } }) => ({
      slot,
      name: model,
      backend: type,
      model,
      ownAddress: Boolean(baseUrl),
    })),
    definition,
  };
}

/** The choices, behind what the team has besides: an agent on a model that cannot be asked now is seen too, and can be taken out. */
export function choicesFor({ agents }: TeamDraft, choices: ModelChoice[]): ModelChoice[] {
  const own = new Map<string, ModelChoice>();
  for (const { backend } of agents) {
    const { type, model, baseUrl } = backend;
    if (type === 'demo' || !model || choices.some((choice) => isOf(choice, backend))) continue;
    const key = `team ${type} ${baseUrl ?? ''} ${model}`;
    own.set(key, { key, type, model, ...(baseUrl && { baseUrl }), source: baseUrl ?? type, note: texts.notFoundNow });
  }
  return [...own.values(), ...choices];
}

/** Keys of the choices that the agents of a team are, in the team's order. An agent that is none of them is left out. */
export function tickedIn({ agents }: TeamDraft, choices: readonly ModelChoice[]): string[] {
  const keys = agents.map(({ backend }) => choices.find((choice) => isOf(choice, backend))?.key);
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/**
 * The team with an agent for each ticked model. Who is there stays as they are; who is no longer ticked goes, and so does the simulation once
 * a real model is there.
 */
export function withTicked(team: TeamDraft, choices: readonly ModelChoice[], ticked: readonly string[]): TeamDraft {
  const offered = (backend: BackendDraft) => choices.find((choice) => isOf(choice, backend));
  const kept = team.agents.filter(({ backend }) => {
    if (backend.type === 'demo') return ticked.length === 0;
    const choice = offered(backend);
    return !choice || ticked.includes(choice.key);
  });
  const there = new Set(kept.map(({ backend }) => offered(backend)?.key));
  const added = choices.filter(({ key }) => ticked.includes(key) && !there.has(key));
  const fresh = added.map(({ type, model, baseUrl }) => ({
    name: '',
    backend: { type, model, ...(baseUrl && { baseUrl }) },
  }));
  const agents = [...kept, ...fresh].slice(0, LETTERS.length);
  // A team has at least one agent.
  return withLetters({ ...team, agents: agents.length > 0 ? agents : [{ name: '', backend: { type: 'demo' } }] });
}

function isOf({ type, model, baseUrl }: ModelChoice, backend: BackendDraft): boolean {
  return type === backend.type && model === backend.model && (baseUrl ?? '') === (backend.baseUrl ?? '');
}

/** A first team: three agents, also of one or two models in turn. */
export function firstTeam(name: string, choices: readonly ModelChoice[]): TeamDraft {
  const filled = Array.from({ length: Math.max(AGENTS, choices.length) }, (_, at) => choices[at % choices.length]);
  return teamOfChoices(
    name,
    filled.filter((choice) => choice !== undefined),
  );
}
