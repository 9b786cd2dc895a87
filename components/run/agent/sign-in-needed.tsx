import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import type { SlotState } from '@/lib/protocol/state';
import { PlainText } from '../../ui/plain-text';
import { texts } from './texts';

/** The servers that the agent works without until the person has signed in to them: always in view, whatever it has done since. */
export function SignInNeeded({ slot }: { slot: SlotState }) {
  const needed = new Map(
    slot.items.flatMap((item) => (item.kind === 'unavailable' && item.signIn ? [[item.signIn, item.server]] : [])),
  );
  return [...needed].map(([id, server]) => (
    <p
      key={id}
      className="flex flex-none flex-wrap items-center gap-x-2 border-line border-t bg-warn-soft px-3.5 py-1.5 text-xs"
    >
      <KeyRound className="icon text-warn" aria-hidden />
      <span className="min-w-0 flex-1 break-words">
        <PlainText text={texts.signInNeeded(server)} />
      </span>
      <Link
        href={`/settings/mcp/${id}`}
        aria-label={texts.signInThere(server)}
        title={texts.signInThere(server)}
        className="rounded-control pointer-coarse:py-3.5 text-accent underline underline-offset-2"
      >
        {texts.signIn}
      </Link>
    </p>
  ));
}
