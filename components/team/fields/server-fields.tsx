'use client';
import Link from 'next/link';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { serverStatus } from '@/lib/browser/mcp/server-status';
import { takenOf, unknownServers, withServer } from '@/lib/browser/team/agent-servers';
import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import type { AgentServer } from '@/lib/protocol/team';
import { CheckField } from '../../ui/check-field';
import type { MessageAt } from './param-fields';
import { texts } from './server-texts';
import { ServerTools } from './server-tools';

interface ServerFieldsProps {
  slot: string;
  servers: McpServerInfo[];
  taken: (string | AgentServer)[];
  /** Path of the list in the team. */
  path: string;
  faultAt: MessageAt;
  onChange: (taken: (string | AgentServer)[]) => void;
}

/** The MCP servers that an agent works with, to tick, each with the tools that it gets. */
export function ServerFields({ slot, servers, taken, path, faultAt, onChange }: ServerFieldsProps) {
  const faults = [
    faultAt(path),
    ...taken.flatMap((_, at) => [faultAt(`${path}[${at}]`), faultAt(`${path}[${at}].server`)]),
  ];
  return (
    <fieldset className="mt-4 border-line border-t pt-3">
      <legend className="sr-only">{texts.serversOf(slot)}</legend>
      <h3 className="font-medium text-sm">{texts.servers}</h3>
      {servers.length === 0 && (
        <p className="text-muted text-xs">
          {texts.none.before}{' '}
          <Link href="/settings/mcp" className="text-accent underline underline-offset-2">
            {texts.none.link}
          </Link>
          {texts.none.after}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-2">
        {servers.map((server) => {
          const use = takenOf(taken, server);
          return (
            <div key={server.id}>
              <CheckField
                label={server.name}
                text={texts.state(serverStatus(server).word, server.toolCount)}
                checked={use !== null}
                onChange={(isUsed) => onChange(withServer(taken, server, isUsed))}
              />
              {use && <ServerTools server={server} use={use} taken={taken} onChange={onChange} />}
            </div>
          );
        })}
        {unknownServers(taken, servers).map((name) => (
          <CheckField
            key={name}
            label={name}
            text={name === EXAMPLE_SERVER ? texts.example : texts.unknown}
            checked
            onChange={() => onChange(withServer(taken, { id: name, name }, false))}
          />
        ))}
      </div>
      {faults.filter(Boolean).map((fault) => (
        <p key={fault} className="mt-2 text-danger text-xs">
          {fault}
        </p>
      ))}
    </fieldset>
  );
}
