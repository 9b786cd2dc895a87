import type { ShareChoices } from '@/lib/browser/share/share-choices';
import { SHARE_LEVELS } from '@/lib/protocol/projection/audience';
import { CheckField } from '../ui/check-field';
import { ChoiceList } from './choice-list';
import { ShareTerms, type ShareTermsProps } from './share-terms';
import { texts } from './share-texts';

/** Everything that can be chosen of a link. */
export function ShareForm({ choices, onChange, faultAt, before }: ShareTermsProps) {
  const set = (change: Partial<ShareChoices>) => onChange({ ...choices, ...change });
  return (
    <div className="flex flex-col gap-5">
      <ChoiceList
        label={texts.level}
        options={SHARE_LEVELS.map((id) => ({ id, name: texts.levelName(id), text: texts.levelText(id) }))}
        selected={choices.level}
        onSelect={(level) => set({ level })}
      />
      <p className="-mt-3 text-muted text-xs">{texts.never}</p>
      {choices.level !== 'final' && (
        <CheckField
          isSwitch
          label={texts.systemMessages}
          text={texts.systemMessagesText}
          checked={choices.systemMessages}
          onChange={(systemMessages) => set({ systemMessages })}
        />
      )}
      <ShareTerms choices={choices} onChange={onChange} faultAt={faultAt} {...(before && { before })} />
    </div>
  );
}
