'use client';
import Link from 'next/link';
import { teamProblems } from '@/lib/client/backend-health';
import { listWords } from '@/lib/client/format';
import type { TeamChoice } from '@/lib/client/team-choice';
import { useBackends } from '@/lib/client/use-backends';
import { Notice } from '../ui/notice';

/** Said before a team is asked that cannot answer as it is; asking stays possible. */
export function TeamWarning({ team }: { team: TeamChoice | undefined }) {
  const isReal = team?.agents.some(({ backend }) => backend !== 'demo') ?? false;
  const backends = useBackends(isReal);
  const problems = team && isReal && backends ? teamProblems(team, backends) : [];
  if (!team || problems.length === 0) return null;
  const out = problems.flatMap(({ slots }) => slots).sort();
  return (
    <Notice tone="warn">
      <p className="font-medium">
        {out.length === team.agents.length
          ? 'No agent of this team can answer yet.'
          : `${out.length === 1 ? 'Agent' : 'Agents'} ${listWords(out)} cannot answer yet; the others can.`}
      </p>
      <ul>
        {problems.map(({ label, word, remedy }) => (
          <li key={label}>
            {label}: {word.toLowerCase()}. {remedy}
          </li>
        ))}
      </ul>
      <p className="mt-1 flex gap-4">
        <Link href="/settings#models" className="underline underline-offset-2">
          Open models and keys
        </Link>
        <Link href="/teams" className="underline underline-offset-2">
          Open teams
        </Link>
      </p>
    </Notice>
  );
}
