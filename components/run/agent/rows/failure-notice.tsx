import Link from 'next/link';
import { failureRemedy } from '@/lib/browser/run/failure-remedy';
import type { EventError } from '@/lib/protocol/event';
import { Notice } from '../../../ui/notice';
import { texts } from '../texts';

/** Why an agent's call failed, and what a person can do about it. */
export function FailureNotice({ error, backend }: { error: EventError; backend: string }) {
  const remedy = failureRemedy(error.code, backend);
  return (
    <Notice tone="danger">
      <p>{error.message}</p>
      <p className="text-muted text-xs">
        {remedy?.text ?? texts.othersContinue}{' '}
        {remedy?.link && (
          <Link href={remedy.link.href} className="whitespace-nowrap text-accent underline underline-offset-2">
            {remedy.link.label}
          </Link>
        )}
      </p>
    </Notice>
  );
}
