'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useRead } from '@/lib/browser/api/use-read';
import type { McpServerInfo, McpToolInfo } from '@/lib/browser/mcp/mcp-server';
import { isToolTaken, withTools } from '@/lib/browser/team/agent-servers';
import { formatCount } from '@/lib/browser/ui/format';
import type { AgentServer } from '@/lib/protocol/team';
import { CheckField } from '../../ui/check-field';
import { texts } from './server-texts';

interface ServerToolsProps {
  server: McpServerInfo;
  use: AgentServer;
  taken: (string | AgentServer)[];
  onChange: (taken: (string | AgentServer)[]) => void;
}

/** Which tools of a server the agent gets, what each may do and what its definition costs. They are read when somebody looks. */
export function ServerTools({ server, use, taken, onChange }: ServerToolsProps) {
  const [isOpen, setOpen] = useState(false);
  const { value, problem } = useRead(
    async () => (await api<{ items: McpToolInfo[] }>('GET', `/mcp/servers/${server.id}/tools`)).items,
    isOpen ? server.id : null,
  );
  const all = (value ?? []).map(({ name }) => name);
  const chosen = all.filter((name) => isToolTaken(use, name));
  const tokens = (value ?? []).reduce((sum, tool) => sum + (chosen.includes(tool.name) ? tool.tokens : 0), 0);
  const tick = (name: string, isTicked: boolean) =>
    onChange(withTools(taken, server, isTicked ? [...chosen, name] : chosen.filter((each) => each !== name), all));
  return (
    <details className="mt-1 ml-6.5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer rounded-control text-muted text-xs">
        {use.tools ? texts.someTools(use.tools.length) : texts.allTools(use.exclude?.length ?? 0)}
      </summary>
      {problem && <p className="mt-1 text-danger text-xs">{problem}</p>}
      {value && (
        <div className="mt-2 flex flex-col gap-2">
          <p className="text-muted text-xs">{texts.cost(formatCount(tokens))}</p>
          {value.map(({ name, state, policy, annotations }) => (
            <CheckField
              key={name}
              label={name}
              text={texts.tool(texts.states[state], texts.policies[policy], annotations?.readOnlyHint === true)}
              checked={chosen.includes(name)}
              onChange={(isTicked) => tick(name, isTicked)}
            />
          ))}
        </div>
      )}
    </details>
  );
}
