import type { BackendInfo } from './backends-store';
import { texts } from './editor-texts';
import type { LocalServer } from './local-servers';
import { modelHint } from './model-hint';
import type { TeamDraft } from './team-draft';
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

/** The same for a first team: three agents, also of one or two models in turn. */
export function firstTeam(name: string, choices: readonly ModelChoice[]): TeamDraft {
  const filled = Array.from({ length: Math.max(AGENTS, choices.length) }, (_, at) => choices[at % choices.length]);
  return teamOfChoices(
    name,
    filled.filter((choice) => choice !== undefined),
  );
}
