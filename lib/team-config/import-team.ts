import 'server-only';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { findSecretSlots, type SecretSlot } from './config/find-secret-slots';
import { isMassGen } from './config/is-massgen';
import { type ParsedConfig, parseConfig } from './config/parse-config';
import { readMassGen } from './massgen/read-massgen';
import { type ConfigWarning, isSection, placeOf, type Section } from './massgen/reading';
import { texts } from './texts';
import { validateTeam } from './validate-team';

export interface ImportedTeam {
  /** Not saved; ready for the editor. Valid when `faults` is empty. */
  team: unknown;
  format: 'massgen' | 'massgen-web';
  /** What the team does not have, or has otherwise; never a silent loss. */
  warnings: ConfigWarning[];
  /** Each `${NAME}` of the text. Nothing is looked up in the server's environment. */
  secrets: SecretSlot[];
  /** What must be changed before the team can be saved, with paths in `team`. */
  faults: FieldError[];
  /** About the text as a whole. */
  notes: string[];
}

/** More are not told: a text with so many faults is no team. */
const MAX_FAULTS = 100;

/** A substitution that MassGen makes itself; it names a folder, not a secret. */
const MASSGEN_NAMES = ['cwd'];

/**
 * A team from YAML or JSON: this application's own format or a MassGen file. Saves and starts nothing. Throws `malformed` for
 * what is no YAML, `invalid` for a text without a team and for faults in the own format, `too_large`.
 */
export function importTeam(text: string): ImportedTeam {
  const parsed = parseConfig(text);
  const file = unwrap(parsed.value);
  if (!isSection(file) || (file.agents === undefined && file.agent === undefined)) {
    throw new AppError('invalid', texts.noTeam, {
      hint: texts.noTeamHint,
      fields: [{ path: 'agents', message: texts.giveAgents }],
    });
  }
  const notes = parsed.hasComments ? [texts.commentsLost] : [];
  return isMassGen(file) ? fromMassGen(file, notes) : fromOwnFormat(file, parsed, notes);
}

/** The REST API gives a team under its name. */
function unwrap(value: unknown): unknown {
  return isSection(value) && Object.keys(value).length === 1 && isSection(value.team) ? value.team : value;
}

function fromMassGen(file: Section, notes: string[]): ImportedTeam {
  const { team, reading } = readMassGen(file);
  const secrets = findSecretSlots(file, MASSGEN_NAMES).map((slot) => ({ ...slot, in: placeOf(reading, slot.key) }));
  const { team: checked, faults } = check(team);
  return {
    team: checked,
    format: 'massgen',
    warnings: reading.warnings,
    secrets,
    faults: toFill(faults, secrets),
    notes,
  };
}

/** Our own keys are known: a fault is refused with its path and line, unless a slot still has to be filled there. */
function fromOwnFormat(file: Section, { lineOf }: ParsedConfig, notes: string[]): ImportedTeam {
  const secrets = findSecretSlots(file).map((slot) => ({ ...slot, in: slot.key }));
  const { team, faults, error } = check(file);
  const open = faults.filter(({ path }) => secrets.some((slot) => slot.key === path));
  if (error && open.length < faults.length) throw withLines(error, lineOf);
  return { team, format: 'massgen-web', warnings: [], secrets, faults: toFill(faults, secrets), notes };
}

/** What is wrong where a slot still stands, is that it stands there. */
function toFill(faults: FieldError[], secrets: SecretSlot[]): FieldError[] {
  return faults.map(({ path, message }) => {
    const slot = secrets.find((candidate) => candidate.in === path);
    return { path, message: slot ? texts.fillIn(slot.name) : message };
  });
}

function check(team: Section): { team: unknown; faults: FieldError[]; error: AppError | null } {
  try {
    return { team: validateTeam(team).definition, faults: [], error: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return { team, faults: error.fields ?? [], error };
  }
}

function withLines(error: AppError, lineOf: ParsedConfig['lineOf']): AppError {
  // Finding a line takes time in proportion to the text.
  const fields = (error.fields ?? []).slice(0, MAX_FAULTS).map(({ path, message }) => {
    const line = lineOf(
      path.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : /^\d+$/.test(step) ? Number(step) : step)),
    );
    return { path, message: line === null ? message : `${message} (line ${line})` };
  });
  return new AppError('invalid', error.message, { fields, cause: error });
}
