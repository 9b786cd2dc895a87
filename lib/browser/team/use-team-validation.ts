import { useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { ApiError } from '@/lib/browser/api/api-error';
import type { TeamDraft } from './team-draft';

const TYPING_MS = 350;

interface AtPath {
  path: string;
  message: string;
}

interface Verdict {
  faults: AtPath[];
  /** What works, but not as one may think. */
  warnings: AtPath[];
}

/** Asks the server what is wrong with a team, shortly after each change. Gives the message for a path such as `agents[0].backend.model`. */
export function useTeamValidation(team: TeamDraft) {
  const [{ faults, warnings }, setVerdict] = useState<Verdict>({ faults: [], warnings: [] });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const verdict = await validate(team);
      if (current && verdict) setVerdict(verdict);
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [team]);
  return {
    faultAt: messageAt(faults),
    warningAt: messageAt(warnings),
    valid: faults.length === 0,
    warnings,
  };
}

/** The first message at a path; with `below` also of what is inside. */
function messageAt(entries: AtPath[]) {
  return (path: string, { below = false } = {}): string | undefined => {
    const isInside = (inner: string) => inner.startsWith(path) && /^[.[]/.test(inner.slice(path.length));
    return entries.find((entry) => entry.path === path || (below && isInside(entry.path)))?.message;
  };
}

/** `null` = the server is out of reach, which is no fault of the team; saving tells. */
async function validate(team: TeamDraft): Promise<Verdict | null> {
  try {
    const options = { asksToSignIn: false };
    const { warnings } = await api<{ warnings: AtPath[] }>('POST', '/teams/validate', { team }, options);
    return { faults: [], warnings };
  } catch (error) {
    return error instanceof ApiError && error.status === 422 ? { faults: error.fields, warnings: [] } : null;
  }
}
