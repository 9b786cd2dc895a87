import { useEffect, useState } from 'react';
import { api } from './api';
import { ApiError } from './api-error';
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
    faultAt: (path: string) => faults.find((fault) => fault.path === path)?.message,
    valid: faults.length === 0,
    warnings,
  };
}

/** `null` = the server is out of reach, which is no fault of the team; saving tells. */
async function validate(team: TeamDraft): Promise<Verdict | null> {
  try {
    const { warnings } = await api<{ warnings: AtPath[] }>('POST', '/teams/validate', { team });
    return { faults: [], warnings };
  } catch (error) {
    return error instanceof ApiError && error.status === 422 ? { faults: error.fields, warnings: [] } : null;
  }
}
