'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { PlaceChip } from '../../ui/place-chip';
import type { PlacedChain } from './chain-info';
import { texts } from './texts';

// Few people make chains: what makes and runs them is loaded when it is asked for.
const ChainForm = dynamic(() => import('./chain-form').then((module) => module.ChainForm));
const ChainRun = dynamic(() => import('./chain-run').then((module) => module.ChainRun));

/** Saved chains of calls, to add, change and run by hand. */
export function ChainList({ chains }: { chains: PlacedChain[] }) {
  const [open, setOpen] = useState<{ id: string | null; as: 'edit' | 'run' } | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-col gap-3">
      {chains.length === 0 && <p className="text-muted text-sm">{texts.none}</p>}
      {chains.length > 0 && (
        <ul aria-label={texts.chains}>
          {chains.map((chain) => (
            <li key={chain.id} className="border-line border-b py-3 last:border-b-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="min-w-0 flex-1 basis-full truncate font-medium text-sm sm:basis-0">{chain.name}</span>
                <PlaceChip place={chain.place} />
                {chain.scope === 'workspace' && chain.place === null && <Chip>{texts.ofWorkspace}</Chip>}
                <span className="tabular text-muted text-xs">{texts.steps(chain.steps.length)}</span>
                <Button
                  size="sm"
                  aria-label={texts.runChain(chain.name)}
                  onClick={() => setOpen({ id: chain.id, as: 'run' })}
                >
                  {texts.run}
                </Button>
                <Button
                  size="sm"
                  aria-label={texts.editChain(chain.name)}
                  onClick={() => setOpen({ id: chain.id, as: 'edit' })}
                >
                  {texts.edit}
                </Button>
              </div>
              {chain.description && <p className="text-muted text-xs">{chain.description}</p>}
              <p className="truncate font-mono text-muted text-xs">{texts.path(chain.steps.map(({ tool }) => tool))}</p>
              {open?.id === chain.id &&
                (open.as === 'run' ? (
                  <ChainRun chain={chain} onDone={close} />
                ) : (
                  <ChainForm key={chain.version} chain={chain} onDone={close} />
                ))}
            </li>
          ))}
        </ul>
      )}
      {open?.id === null ? (
        <ChainForm onDone={close} />
      ) : (
        <Button className="self-start" onClick={() => setOpen({ id: null, as: 'edit' })}>
          {texts.add}
        </Button>
      )}
    </div>
  );
}
