/** A tool call or its result in a request, in the order in which they stand there; anything else is `other`. */
export interface Step {
  kind: 'call' | 'result' | 'other';
  id?: string | undefined;
}

/** What is wrong with the order: every call is answered once, before anything else is said, and nothing else is answered. */
export function pairingFaults(steps: Step[]): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  let open: string[] = [];
  for (const { kind, id = '' } of steps) {
    if (kind === 'call') {
      if (seen.has(id)) faults.push(`two calls have the id ${id}`);
      seen.add(id);
      open.push(id);
    } else if (kind === 'result') {
      if (!open.includes(id)) faults.push(`a result answers ${id}, which is not called before it`);
      open = open.filter((other) => other !== id);
    } else if (open.length > 0) {
      faults.push(`${open.join()} is not answered`);
      open = [];
    }
  }
  return open.length > 0 ? [...faults, `${open.join()} is not answered`] : faults;
}
