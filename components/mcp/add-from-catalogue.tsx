'use client';
import { useState } from 'react';
import type { CatalogueItem, ProgramSupport } from '@/lib/browser/mcp/mcp-server';
import { Button } from '../ui/button';
import { AddImported } from './add-imported';
import { texts } from './texts';

/** Servers that come with the application as suggestions. */
export function AddFromCatalogue({ items, programs }: { items: CatalogueItem[]; programs: ProgramSupport }) {
  const [chosen, setChosen] = useState<CatalogueItem | null>(null);
  if (chosen)
    return (
      <AddImported servers={[chosen.body]} slots={chosen.secrets} programs={programs} onDone={() => setChosen(null)} />
    );
  return (
    <ul aria-label={texts.byCatalogue}>
      {items.map((item) => (
        <li key={item.title} className="flex items-center gap-3 border-line border-b py-2.5 last:border-b-0">
          <div className="min-w-0 flex-1">
            <p className="text-sm">{item.title}</p>
            <p className="text-muted text-xs">
              {item.description}{' '}
              <a
                href={item.websiteUrl}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={texts.aboutServer(item.title)}
                className="text-accent underline underline-offset-2"
              >
                {texts.about}
              </a>
            </p>
          </div>
          <Button size="sm" aria-label={texts.chooseServer(item.title)} onClick={() => setChosen(item)}>
            {texts.choose}
          </Button>
        </li>
      ))}
    </ul>
  );
}
