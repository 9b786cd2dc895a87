'use client';
import { useId, useRef, useState } from 'react';
import type { Delivery, SharingLog } from '@/lib/browser/run/sharing-log';
import { useWidth } from '@/lib/browser/ui/use-width';
import { ScrollBox } from '../../../ui/scroll-box';
import { AgentLetter } from '../../agent/agent-letter';
import { texts } from '../texts';
import { DeliveryList } from './delivery-list';
import { SharingCell } from './sharing-cell';

const TABLE_PX = 560;
const READER_REM = 6;
const AUTHOR_REM = 13;
const NONE: Delivery[] = [];

/** Readers × authors: what each was given of each, newest first. A chosen cell opens to a list. */
export function SharingMatrix({ runId, log }: { runId: string; log: SharingLog }) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const listId = useId();
  const [chosen, setChosen] = useState<{ reader: string; author: string } | null>(null);
  const { slots, deliveries } = log;
  const of = (reader: string, author: string) => deliveries.get(reader)?.get(author) ?? NONE;
  const list = chosen ? of(chosen.reader, chosen.author) : NONE;

  function cell(reader: string, author: string) {
    const isOpen = chosen?.reader === reader && chosen.author === author;
    return (
      <SharingCell
        reader={reader}
        author={author}
        deliveries={of(reader, author)}
        isOpen={isOpen}
        listId={listId}
        onToggle={() => setChosen(isOpen ? null : { reader, author })}
      />
    );
  }

  const isStacked = width !== null && width < TABLE_PX;
  const opened = chosen && list.length > 0 && (
    <div id={listId} className={isStacked ? 'px-2 pb-2' : undefined}>
      <DeliveryList runId={runId} {...chosen} deliveries={list} />
    </div>
  );
  return (
    <section ref={box} aria-label={texts.whoSawWhat} className="flex flex-col gap-2">
      <header>
        <h3 className="font-medium text-sm">{texts.whoSawWhat}</h3>
        <p className="text-muted text-xs">{texts.whoSawWhatText}</p>
      </header>
      {isStacked ? (
        <ul className="flex flex-col gap-3">
          {slots.map((reader) => (
            <li key={reader} className="overflow-hidden rounded-card border border-line bg-raised">
              <h4 className="flex items-center gap-2 border-line border-b bg-sunken px-3.5 py-2 text-muted text-xs">
                <AgentLetter slot={reader} /> {texts.wasGiven}
              </h4>
              {slots
                .filter((author) => author !== reader || of(reader, author).length > 0)
                .map((author) => (
                  <div key={author} className="flex items-start gap-2 border-line border-b px-3.5 py-1 last:border-b-0">
                    <span className="flex items-center gap-1.5 py-2 text-muted text-xs">
                      {texts.of} <AgentLetter slot={author} />
                    </span>
                    <div className="min-w-0 flex-1">{cell(reader, author)}</div>
                  </div>
                ))}
              {chosen?.reader === reader && opened}
            </li>
          ))}
        </ul>
      ) : (
        <ScrollBox label={texts.whoWasGiven} className="rounded-card border border-line bg-raised">
          <table
            className="w-full table-fixed border-collapse text-sm"
            style={{ minWidth: `${READER_REM + AUTHOR_REM * slots.length}rem` }}
          >
            <thead>
              <tr className="bg-sunken">
                <th scope="col" className="w-24 px-3.5 py-2 text-left font-medium text-muted text-xs">
                  {texts.reader}
                </th>
                {slots.map((author) => (
                  <th key={author} scope="col" className="px-3.5 py-2 text-left font-normal text-muted text-xs">
                    <span className="flex items-center gap-1.5">
                      {texts.of} <AgentLetter slot={author} />
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slots.map((reader) => (
                <tr key={reader} className="border-line border-t">
                  <th scope="row" className="px-3.5 py-2.5 text-left align-top">
                    <AgentLetter slot={reader} />
                  </th>
                  {slots.map((author) => (
                    <td key={author} className="px-1.5 py-1 align-top">
                      {cell(reader, author)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {!isStacked && opened}
    </section>
  );
}
