import type { Check } from '@/lib/protocol/decision/checks/check';
import type { ParsedCheck } from './check-schema';

/** Checks with every default filled in; one without a name is called by its kind. */
export function completeChecks(given: ParsedCheck[]): Check[] {
  const taken = new Set(given.flatMap(({ name }) => name ?? []));
  return given.map((check) => {
    const name = check.name ?? freeName(check.kind, taken);
    taken.add(name);
    return complete({ ...check, name, decisive: check.decisive ?? false });
  });
}

function complete(check: ParsedCheck & { name: string; decisive: boolean }): Check {
  switch (check.kind) {
    case 'pattern':
      return { ...check, flags: check.flags ?? '' };
    case 'number':
      return { ...check, tolerance: check.tolerance ?? 0, unit: check.unit ?? null };
    case 'code':
      return { ...check, tests: check.tests ?? null };
    case 'mcp':
      return { ...check, passes: check.passes ?? null };
    default:
      return check;
  }
}

/** `schema`, `schema 2`, … */
function freeName(kind: string, taken: Set<string>): string {
  if (!taken.has(kind)) return kind;
  for (let number = 2; ; number += 1) if (!taken.has(`${kind} ${number}`)) return `${kind} ${number}`;
}
