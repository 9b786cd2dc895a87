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
  /** What was typed where an address is asked for, and is none. */
  const [pasted, setPasted] = useState('');
  function choose(chosen: Way) {
    setPasted('');
    setWay(chosen);
  }
  function readAs(text: string) {
    setPasted(text);
    setWay('file');
  }
  return (
    <section aria-labelledby="add-server" className="mt-8 mb-8 flex flex-col gap-4">
      <h2 id="add-server" className="font-semibold text-base">
        {texts.add}
      </h2>
      <div className="max-w-md">
        <Segmented label={texts.ways} options={WAYS} selected={way} onSelect={choose} />
      </div>
      {way === 'url' && <AddByUrl onOther={readAs} />}
      {way === 'file' && <AddByFile programs={programs} pasted={pasted} />}
      {way === 'catalogue' && <AddFromCatalogue items={catalogue} programs={programs} />}
    </section>
  );
}
