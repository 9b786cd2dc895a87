import type { Version } from '@/lib/browser/run/sharing-log';
import { AgentLetter } from '../../agent/agent-letter';
import { texts } from '../texts';
import type { OpenedVersion } from './version-action';
import { VersionRow } from './version-row';

interface VersionColumnsProps {
  slots: string[];
  versions: Map<string, Version[]>;
  onOpen: (opened: OpenedVersion) => void;
}

/** The snapshots of each agent, newest first, side by side where there is room. */
export function VersionColumns({ slots, versions, onOpen }: VersionColumnsProps) {
  const shown = slots.filter((slot) => versions.has(slot));
  if (shown.length === 0) return null;
  return (
    <section aria-label={texts.versions} className="flex flex-col gap-2">
      <header>
        <h3 className="font-medium text-sm">{texts.versions}</h3>
        <p className="text-muted text-xs">{texts.versionsText}</p>
      </header>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(300px,100%),1fr))] items-start gap-3">
        {shown.map((slot) => (
          <section
            key={slot}
            aria-label={texts.versionsOf(slot)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
            tabIndex={0}
            className="max-h-96 overflow-y-auto rounded-card border border-line bg-raised -outline-offset-2"
          >
            <h4 className="sticky top-0 z-[1] flex items-center gap-2 border-line border-b bg-sunken px-3.5 py-2 text-muted text-xs">
              <AgentLetter slot={slot} />
              <span className="tabular">{texts.snapshots(versions.get(slot)?.length ?? 0)}</span>
            </h4>
            <ol>
              {versions.get(slot)?.map((version) => (
                <VersionRow key={version.snapshotId} version={version} onOpen={onOpen} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </section>
  );
}
