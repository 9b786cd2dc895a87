import { ANSWER } from '@/lib/protocol/decision/checks/answer-arguments';
import type { CheckKind } from '@/lib/protocol/decision/checks/check';

/** A check as it is written in a form; what is absent takes its default, keys that the form does not show are kept. */
export interface CheckDraft {
  kind: CheckKind;
  [key: string]: unknown;
}

/** What a check of the kind begins as. */
export function newCheck(kind: CheckKind): CheckDraft {
  return BEGINNINGS[kind];
}

const BEGINNINGS: Record<CheckKind, CheckDraft> = {
  schema: { kind: 'schema', schema: { type: 'object' } },
  pattern: { kind: 'pattern', pattern: '' },
  number: { kind: 'number' },
  predicate: { kind: 'predicate', code: '' },
  critic: { kind: 'critic', rubric: '' },
  command: { kind: 'command', command: '' },
  code: { kind: 'code', language: 'javascript' },
  mcp: { kind: 'mcp', server: '', tool: '', arguments: { text: ANSWER } },
};

/** The same check with another kind: its name and its weight stay. */
export function ofKind({ name, decisive }: CheckDraft, kind: CheckKind): CheckDraft {
  return { ...newCheck(kind), ...(name !== undefined && { name }), ...(decisive === true && { decisive }) };
}

/** Nothing that it could check by has been written yet. */
export function isBlank({ kind, ...check }: CheckDraft): boolean {
  const key = WRITTEN[kind];
  return check[key] === undefined || check[key] === '';
}

/** What of a check a person writes. */
const WRITTEN: Record<CheckKind, string> = {
  schema: 'schema',
  pattern: 'pattern',
  number: 'value',
  predicate: 'code',
  critic: 'rubric',
  command: 'command',
  code: 'language',
  mcp: 'tool',
};

/** The checks of a team as it is written. */
export function checksOfDraft(coordination: Record<string, unknown> | undefined): CheckDraft[] {
  const checks = coordination?.checks;
  return Array.isArray(checks) ? checks.filter(isCheck) : [];
}

function isCheck(value: unknown): value is CheckDraft {
  return typeof value === 'object' && value !== null && String((value as CheckDraft).kind) in BEGINNINGS;
}
