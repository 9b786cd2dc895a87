'use client';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { AgentSharingDraft } from '@/lib/browser/team/team-draft';
import { withKey } from '@/lib/browser/team/team-draft';
import { withChoice } from '@/lib/browser/team/team-sharing';
import { listWords } from '@/lib/browser/ui/format';
import { AgentLetter } from '../../run/agent/agent-letter';
import { CheckField } from '../../ui/check-field';
import { cx } from '../../ui/cx';
import { PART_IDS, SHARING_PARTS } from './sharing-choices';
import { texts } from './texts';

interface AgentSharingFieldsProps {
  /** Letter of the agent. */
  slot: string;
  sharing: AgentSharingDraft;
  /** Letters of the others. */
  peers: string[];
  /** What the team shares. */
  teamInclude: string[];
  /** By what follows `contextSharing` in the path: empty or `.from`. */
  faultAt: (key: string) => string | undefined;
  onChange: (sharing: AgentSharingDraft) => void;
}

/** What one agent does differently in a team that shares: folded, with what is set in one line. */
export function AgentSharingFields({ slot, sharing, peers, teamInclude, faultAt, onChange }: AgentSharingFieldsProps) {
  const fault = faultAt('') ?? faultAt('.from') ?? faultAt('.include');
  const [open, setOpen] = useState(false);
  const shown = open || fault !== undefined;
  const from = sharing.from ?? peers;
  const include = sharing.include ?? teamInclude;
  const set = (key: keyof AgentSharingDraft, value: unknown) => onChange(withKey(sharing, key, value));

  return (
    <div className="mt-4 border-line border-t pt-2">
      <button
        type="button"
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
        className="-mx-1.5 flex w-[calc(100%+0.75rem)] items-center gap-1 rounded-control px-1 py-1 text-left text-sm hover:bg-hover"
      >
        <ChevronRight
          className={cx('icon text-muted transition-transform duration-150', shown && 'rotate-90')}
          aria-hidden
        />
        <span className="font-medium">{texts.sharing}</span>
        <span className="min-w-0 flex-1 truncate pl-1.5 text-muted text-xs">{summary(sharing, peers)}</span>
      </button>
      {shown && (
        <div className="mt-2 flex flex-col gap-4 pl-4.5">
          {fault && <p className="text-danger text-xs">{fault}</p>}
          <CheckField
            label={texts.sharesWork}
            text={texts.sharesWorkText(slot ?? '')}
            checked={sharing.share !== false}
            onChange={(checked) => set('share', checked ? undefined : false)}
          />
          {peers.length > 0 && (
            <fieldset>
              <legend className="mb-2 text-sm">{texts.readsFrom}</legend>
              <div className="flex flex-wrap gap-x-5 gap-y-2">
                {peers.map((peer) => (
                  <label key={peer} className="flex items-center gap-2 text-sm">
                    <input
                      type="checkbox"
                      aria-label={texts.slotReadsFrom(slot ?? '', peer)}
                      className="size-4 accent-accent"
                      checked={from.includes(peer)}
                      onChange={(event) => set('from', withChoice(peers, from, peer, event.target.checked, peers))}
                    />
                    <AgentLetter slot={peer} />
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          <fieldset>
            <legend className="mb-2 text-sm">{texts.whatItReads}</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {SHARING_PARTS.map(({ id, label }) => (
                <label key={id} className="flex items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={include.includes(id)}
                    onChange={(event) =>
                      set('include', withChoice(PART_IDS, include, id, event.target.checked, teamInclude))
                    }
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          <CheckField
            label={texts.byTopic}
            text={texts.byTopicText}
            checked={sharing.relevance === 'topic'}
            onChange={(checked) => set('relevance', checked ? 'topic' : undefined)}
          />
        </div>
      )}
    </div>
  );
}

/** `Shares its work, reads answers and notes from A`. */
function summary({ share, from, include, relevance }: AgentSharingDraft, peers: string[]): string {
  const chosen = from?.filter((slot) => peers.includes(slot));
  const whom = chosen ? listWords(chosen) : 'all';
  const reads = include?.length ? texts.readsParts(include.map(partWord), whom) : texts.readsAll(whom);
  return [
    share === false ? texts.keepsWork : texts.sharesWork,
    chosen?.length === 0 || include?.length === 0 ? texts.readsNothing : reads,
    relevance === 'topic' && texts.byTopicShort,
  ]
    .filter(Boolean)
    .join(', ');
}

function partWord(id: string): string {
  return SHARING_PARTS.find((part) => part.id === id)?.label.toLowerCase() ?? id;
}
