'use client';
import { useState } from 'react';
import { DETAILS, DETAILS_COOKIE, type Details } from '@/lib/browser/ui/details-choice';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { Segmented } from '../ui/segmented';
import { texts } from './texts';

/** How much of a run this browser shows without being asked. */
export function DetailsChoice({ initial }: { initial: Details }) {
  const [details, setDetails] = useState(initial);
  function choose(next: Details) {
    setDetails(next);
    setCookie(DETAILS_COOKIE, next);
    document.documentElement.dataset.details = next;
  }
  return (
    <div className="max-w-md">
      <Segmented
        label={texts.details}
        selected={details}
        onSelect={choose}
        options={DETAILS.map((id) => ({ id, name: texts.detailsOf[id], label: texts.detailsOf[id] }))}
      />
    </div>
  );
}
