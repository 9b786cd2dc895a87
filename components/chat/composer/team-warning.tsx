'use client';
import Link from 'next/link';
import { teamProblems } from '@/lib/browser/team/backend-health';
import { keyAddress } from '@/lib/browser/team/key-address';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useBackends } from '@/lib/browser/team/use-backends';
import { Notice } from '../../ui/notice';
import { texts } from './texts';

/** Said before a team is asked that cannot answer as it is; asking stays possible. */
export function TeamWarning({ team }: { team: TeamChoice | undefined }) {
  const isReal = team?.agents.some(({ backend }) => backend !== 'demo') ?? false;
  const backends = useBackends(isReal);
  const problems = team && isReal && backends ? teamProblems(team, backends) : [];
  if (!team || problems.length === 0) return null;
  const out = problems.flatMap(({ slots }) => slots).sort();
  return (
    <Notice tone="warn">
      <p className="font-medium">{out.length === team.agents.length ? texts.noAgentReady : texts.someNotReady(out)}</p>
      <ul>
        {problems.map(({ label, word, remedy }) => (
          <li key={label}>
            {texts.backendProblem(label, word.toLowerCase())} {remedy}
          </li>
        ))}
      </ul>
      <p className="mt-1 flex flex-wrap gap-x-4">
        {problems.map(({ type, label }) => (
          <Link key={type} href={keyAddress(type)} className="underline underline-offset-2">
            {texts.setUp(label)}
          </Link>
        ))}
        <Link href="/teams" className="underline underline-offset-2">
          {texts.openTeams}
        </Link>
      </p>
    </Notice>
  );
}
