'use client';
import { useState } from 'react';
import type { CatalogueItem, ProgramSupport } from '@/lib/browser/mcp/mcp-server';
import { Segmented } from '../ui/segmented';
import { AddByFile } from './add-by-file';
import { AddByUrl } from './add-by-url';
import { AddFromCatalogue } from './add-from-catalogue';
import { texts } from './texts';

type Way = 'url' | 'file' | 'catalogue';

const WAYS: { id: Way; label: string; name: string }[] = [
  { id: 'url', label: texts.byUrl, name: texts.byUrl },
  { id: 'file', label: texts.byFile, name: texts.byFile },
  { id: 'catalogue', label: texts.byCatalogue, name: texts.byCatalogue },
];

/** The three ways to add a server. */
export function AddServer({ catalogue, programs }: { catalogue: CatalogueItem[]; programs: ProgramSupport }) {
  const [way, setWay] = useState<Way>('url');
  return (
    <section aria-labelledby="add-server" className="mt-8 mb-8 flex flex-col gap-4">
      <h2 id="add-server" className="font-semibold text-base">
        {texts.add}
      </h2>
      <div className="max-w-md">
        <Segmented label={texts.ways} options={WAYS} selected={way} onSelect={setWay} />
      </div>
      {way === 'url' && <AddByUrl />}
      {way === 'file' && <AddByFile programs={programs} />}
      {way === 'catalogue' && <AddFromCatalogue items={catalogue} programs={programs} />}
    </section>
  );
}
