import Link from 'next/link';
import { failureRemedy } from '@/lib/client/failure-remedy';
import type { EventError } from '@/lib/protocol/event';
import { Notice } from '../ui/notice';

/** Why an agent's call failed, and what a person can do about it. */
export function FailureNotice({ error }: { error: EventError }) {
  const remedy = failureRemedy(error.code);
  return (
    <Notice tone="danger">
      <p>{error.message}</p>
      <p className="text-muted text-xs">
        {remedy?.text ?? 'The other agents go on. Answers made before stay in the run.'}{' '}
        {remedy?.link && (
          <Link href={remedy.link.href} className="whitespace-nowrap text-accent hover:underline">
            {remedy.link.label}
          </Link>
        )}
      </p>
    </Notice>
  );
}
