import type { Approval } from '@/lib/protocol/state';
import { PlainText } from '../../ui/plain-text';
import { questionTitle } from './question-title';
import { texts } from './texts';

/** That a server asks something, in the card of the agent whose tool runs. */
export function QuestionInCard({ approval }: { approval: Approval }) {
  return (
    <div>
      <p className="break-words">
        <PlainText text={questionTitle(approval)} />
      </p>
      <p className="text-muted text-xs">{texts.answerAbove}</p>
    </div>
  );
}
