import { texts } from '../texts';

/** In place of the answer of a run that was stopped too early to have one. */
export function NothingPublished() {
  return <p className="py-2 text-muted text-sm">{texts.nothingPublished}</p>;
}
