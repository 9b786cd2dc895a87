import Link from 'next/link';
import { failureRemedy } from '@/lib/client/failure-remedy';
import type { EventError } from '@/lib/protocol/event';
import { Notice } from '../ui/notice';

/** Why the run has no answer, what is kept and what to do. */
export function RunError({ error, answers }: { error: EventError; answers: number }) {
  return (
    <Notice tone="danger">
      <p className="font-medium">The team could not answer.</p>
      <p className="whitespace-pre-wrap">{error.message}</p>
      <p className="mt-1 text-muted text-xs">
        {answers > 0 ? 'Every published answer is kept below. ' : 'Your message is kept. '}
        {failureRemedy(error.code)?.text ?? 'Check the keys in Settings and the models of the team, then ask again.'}
      </p>
      <p className="mt-1.5 flex gap-4 text-sm">
        <Link href="/settings#models" className="underline underline-offset-2">
          Open models and keys
        </Link>
        <Link href="/teams" className="underline underline-offset-2">
          Open teams
        </Link>
      </p>
    </Notice>
  );
}
