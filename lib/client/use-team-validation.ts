import { useEffect, useState } from 'react';
import { api } from './api';
import { ApiError } from './api-error';
import type { TeamDraft } from './team-draft';

const TYPING_MS = 350;

/** Asks the server what is wrong with a team, shortly after each change. Gives the message for a path such as `agents[0].backend.model`. */
export function useTeamValidation(team: TeamDraft): { faultAt: (path: string) => string | undefined; valid: boolean } {
  const [faults, setFaults] = useState<{ path: string; message: string }[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      try {
        await api('POST', '/teams/validate', { team });
        if (current) setFaults([]);
      } catch (error) {
        // Out of reach is no fault of the team; saving tells.
        if (current && error instanceof ApiError && error.status === 422) setFaults(error.fields);
      }
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [team]);
  return { faultAt: (path) => faults.find((fault) => fault.path === path)?.message, valid: faults.length === 0 };
}
