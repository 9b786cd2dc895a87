import { useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';

interface ApprovedCommand {
  command: string;
}

/** The commands that this person has approved for their runs; `known` = `null` until they are there. */
export function useApprovedCommands() {
  const [known, setKnown] = useState<ApprovedCommand[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    api<{ items: ApprovedCommand[] }>('GET', '/check-commands').then(
      ({ items }) => isGone || setKnown(items),
      (error: unknown) => isGone || setProblem(errorText(error)),
    );
    return () => {
      isGone = true;
    };
  }, []);

  async function change(work: () => Promise<ApprovedCommand[]>) {
    setBusy(true);
    setProblem(null);
    try {
      setKnown(await work());
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  }
  return {
    known,
    busy,
    problem,
    setApproved: (command: string, isApproved: boolean) =>
      change(async () => {
        const { approved } = await api<{ approved: ApprovedCommand | null }>('PUT', '/check-commands', {
          command,
          isApproved,
        });
        const others = (known ?? []).filter((each) => each.command !== command);
        return approved ? [approved, ...others] : others;
      }),
  };
}
