import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import { AgentLetter } from '../run/agent/agent-letter';
import { Chip } from '../ui/chip';
import { SharedFold } from './shared-fold';
import { SharedMarkdown } from './shared-markdown';
import { texts } from './texts';

/** Every version that was published, folded. */
export function SharedAnswers({ run }: { run: SharedRunView }) {
  if (run.answers.length === 0) return null;
  return (
    <section aria-label={texts.versions}>
      <h3 className="mb-1 font-medium text-sm">{texts.versions}</h3>
      {run.answers.map(({ answerId, slot, content }) => (
        <SharedFold
          key={answerId}
          title={
            <>
              <AgentLetter slot={slot} />
              <span className="tabular">{answerId}</span>
              {run.winner === answerId && <Chip>{texts.winner}</Chip>}
            </>
          }
          note={run.tally[answerId] === undefined ? undefined : texts.votes(run.tally[answerId])}
        >
          <SharedMarkdown text={content} />
        </SharedFold>
      ))}
    </section>
  );
}
