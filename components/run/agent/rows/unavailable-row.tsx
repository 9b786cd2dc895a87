import { Unplug } from 'lucide-react';
import { PlainText } from '../../../ui/plain-text';

/** A server that the agent works without. Where a sign-in helps, the card has the way to it. */
export function UnavailableRow({ text }: { text: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
      <Unplug className="icon" aria-hidden />
      <span className="min-w-0">
        <PlainText text={text} />
      </span>
    </p>
  );
}
