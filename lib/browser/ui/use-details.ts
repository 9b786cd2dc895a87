import { useSyncExternalStore } from 'react';
import { type Details, detailsFrom } from './details-choice';

const neverChanges = () => () => {};

/** What this browser remembers, as the page's root element says. */
export function useDetails(): Details {
  return useSyncExternalStore(
    neverChanges,
    () => detailsFrom(document.documentElement.dataset.details),
    () => 'running',
  );
}
