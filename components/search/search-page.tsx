'use client';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type SearchQuery, useSearch } from '@/lib/browser/search/use-search';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { AllConversations } from './all-conversations';
import { FoundList } from './found-list';
import { texts } from './texts';

interface SearchPageProps {
  /** As the address says it. */
  initial: SearchQuery;
  labels: string[];
  teams: string[];
  /** Names of workspaces by their ids, where there is more than one. */
  places: Record<string, string>;
}

/** Everything that was asked and answered, by its words; without words all conversations, to put them in order. */
export function SearchPage({ initial, labels, teams, places }: SearchPageProps) {
  const [query, setQuery] = useState(initial);
  const { found, problem, showMore } = useSearch(query);
  const isLooking = query.q.trim() !== '';
  const change = (changes: Partial<SearchQuery>) => setQuery((before) => ({ ...before, ...changes }));

  useEffect(() => {
    const given = Object.entries(query).filter(([, value]) => value);
    const search = new URLSearchParams(given).toString();
    window.history.replaceState(null, '', search ? `/search?${search}` : '/search');
  }, [query]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <search className="flex flex-col gap-3">
        <div className="relative">
          <Search className="icon pointer-events-none absolute top-3.5 left-3 text-muted" aria-hidden />
          <Input
            type="search"
            aria-label={texts.words}
            placeholder={texts.placeholder}
            title={texts.hint}
            value={query.q}
            maxLength={500}
            onChange={(event) => change({ q: event.target.value })}
            className="h-11 pl-9 max-sm:text-[16px]"
          />
        </div>
        <fieldset className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <legend className="sr-only">{texts.filters}</legend>
          <Field label={texts.label}>
            {(control) => (
              <Select
                {...control}
                value={query.label ?? ''}
                onChange={(event) => change({ label: event.target.value })}
                className="max-sm:h-11"
              >
                <option value="">{texts.anyLabel}</option>
                {labels.map((label) => (
                  <option key={label}>{label}</option>
                ))}
              </Select>
            )}
          </Field>
          {isLooking && (
            <>
              <Field label={texts.team}>
                {(control) => (
                  <Select
                    {...control}
                    value={query.team ?? ''}
                    onChange={(event) => change({ team: event.target.value })}
                    className="max-sm:h-11"
                  >
                    <option value="">{texts.anyTeam}</option>
                    {teams.map((team) => (
                      <option key={team}>{team}</option>
                    ))}
                  </Select>
                )}
              </Field>
              {(['from', 'to'] as const).map((end) => (
                <Field key={end} label={end === 'from' ? texts.from : texts.to}>
                  {(control) => (
                    <Input
                      {...control}
                      type="date"
                      value={query[end] ?? ''}
                      onChange={(event) => change({ [end]: event.target.value })}
                      className="max-sm:h-11"
                    />
                  )}
                </Field>
              ))}
            </>
          )}
        </fieldset>
      </search>
      <div className="mt-4 flex min-h-0 flex-1 flex-col">
        {problem && <Notice tone="danger">{problem}</Notice>}
        {isLooking ? (
          found && <FoundList items={found.items} onMore={found.nextCursor ? showMore : undefined} />
        ) : (
          <AllConversations label={query.label ?? ''} places={places} />
        )}
      </div>
    </div>
  );
}
