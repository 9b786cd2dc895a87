'use client';
import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ModelChoice } from '@/lib/browser/team/model-choice';
import type { BackendDraft } from '@/lib/browser/team/team-draft';
import type { BackendInfo } from '@/lib/browser/team/use-backends';
import { useKeptFocus } from '@/lib/browser/ui/use-kept-focus';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { BackendFields } from './backend-fields';
import type { MessageAt } from './param-fields';
import { texts } from './texts';

const MAX_FALLBACKS = 5;

interface FallbackFieldsProps {
  /** Letter of the agent. */
  slot: string;
  fallbacks: BackendDraft[];
  /** Path of the agent in the team. */
  path: string;
  backends: BackendInfo[] | null;
  choices: ModelChoice[] | null;
  faultAt: MessageAt;
  warningAt: MessageAt;
  onChange: (fallbacks: BackendDraft[]) => void;
}

/** What an agent goes on with when its backend fails for good: added, put in order, taken away. */
export function FallbackFields({
  slot,
  fallbacks,
  path,
  backends,
  choices,
  faultAt,
  warningAt,
  onChange,
}: FallbackFieldsProps) {
  const add = useKeptFocus<HTMLButtonElement>();
  const replace = (index: number, backend: BackendDraft) =>
    onChange(fallbacks.map((entry, at) => (at === index ? backend : entry)));
  const moveUp = (index: number) => onChange(swap(fallbacks, index));
  return (
    <div className="mt-4 border-line border-t pt-3">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <h3 className="font-medium text-sm">{texts.fallbacks}</h3>
          <p className="text-muted text-xs">{texts.fallbacksText}</p>
        </div>
        {fallbacks.length < MAX_FALLBACKS && (
          <Button
            ref={add.ref}
            size="sm"
            aria-label={texts.addFallback(slot ?? '')}
            onClick={() => onChange([...fallbacks, { type: 'demo' }])}
          >
            <Plus className="icon" aria-hidden />
            {texts.add}
          </Button>
        )}
      </div>
      {faultAt(`${path}.fallbacks`) && <p className="mt-2 text-danger text-xs">{faultAt(`${path}.fallbacks`)}</p>}
      {fallbacks.map((backend, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a fallback has no identity but its place in the order.
          key={index}
          className="mt-3 grid gap-3 border-line border-l-2 pl-3 sm:grid-cols-2"
        >
          <legend className="sr-only">{texts.fallbackOf(index + 1, slot ?? '')}</legend>
          <div className="flex items-center gap-1 sm:col-span-2">
            <span className="flex-1 text-muted text-xs" aria-hidden>
              {texts.fallback(index + 1)}
            </span>
            {index > 0 && <IconButton label={texts.moveUp(index + 1)} icon={ArrowUp} onClick={() => moveUp(index)} />}
            <IconButton
              label={texts.removeFallback(index + 1)}
              icon={Trash2}
              onClick={() => {
                onChange(fallbacks.filter((_, at) => at !== index));
                add.keep();
              }}
            />
          </div>
          <BackendFields
            of={texts.ofFallback(index + 1, slot ?? '')}
            backend={backend}
            path={`${path}.fallbacks[${index}]`}
            backends={backends}
            choices={choices}
            faultAt={faultAt}
            warningAt={warningAt}
            onChange={(changed) => replace(index, changed)}
          />
        </fieldset>
      ))}
    </div>
  );
}

/** The list with the entry at `index` and the one before it in exchanged places. */
function swap(fallbacks: BackendDraft[], index: number): BackendDraft[] {
  const order = [...fallbacks];
  const [moved] = order.splice(index, 1);
  if (moved) order.splice(index - 1, 0, moved);
  return order;
}
