import { api } from '@/lib/browser/api/api';
import type { TeamDraft } from './team-draft';

/** Something of a file that the team does not have, or has otherwise; `key` is its path in the file. */
export interface ImportWarning {
  key: string;
  message: string;
}

export interface SecretSlot {
  key: string;
  name: string;
  /** Path in the team where `${name}` still stands; `null` = the team does not have this value. */
  in: string | null;
}

export interface ImportedTeam {
  team: TeamDraft;
  format: 'massgen' | 'massgen-web';
  warnings: ImportWarning[];
  secrets: SecretSlot[];
  faults: { path: string; message: string }[];
  notes: string[];
}

/** Why a text could not be read. */
export interface ImportFault {
  message: string;
  fields: { path: string; message: string }[];
}

/** Has the server read a text as a team; nothing is saved. Throws ApiError. */
export function readTeam(text: string): Promise<ImportedTeam> {
  return api('POST', '/teams/import', { text });
}

/** The team with each `${NAME}` replaced by what a person gave for it; a slot without a value stays as it is. */
export function withSlotsFilled(
  team: TeamDraft,
  secrets: SecretSlot[],
  values: ReadonlyMap<string, string>,
): TeamDraft {
  let filled: unknown = team;
  for (const slot of secrets) {
    const value = values.get(slot.name);
    if (slot.in === null || !value) continue;
    const pattern = new RegExp(`\\$\\{${slot.name}(?::?-[^}]*)?\\}`, 'g');
    filled = changeAt(filled, stepsOf(slot.in), (text) => text.replace(pattern, () => value));
  }
  return filled as TeamDraft;
}

/** `['agents', '1', 'backend', 'baseUrl']` for `agents[1].backend.baseUrl`. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

function changeAt(value: unknown, [step, ...rest]: string[], change: (text: string) => string): unknown {
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((entry, index) => (String(index) === step ? changeAt(entry, rest, change) : entry));
  }
  const entries = Object.entries(value).map(([key, entry]) => [
    key,
    key === step ? changeAt(entry, rest, change) : entry,
  ]);
  return Object.fromEntries(entries);
}
