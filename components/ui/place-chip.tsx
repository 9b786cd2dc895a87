import { Building2 } from 'lucide-react';
import { Chip } from './chip';
import { texts } from './texts';

/** In which workspace something lives; nothing where there is only one. */
export function PlaceChip({ place }: { place: string | null }) {
  if (place === null) return null;
  return (
    <Chip title={texts.livesIn(place)}>
      <Building2 className="size-3 flex-none" aria-hidden />
      <span className="sr-only">{texts.livesInWord} </span>
      <span className="max-w-40 truncate">{place}</span>
    </Chip>
  );
}
