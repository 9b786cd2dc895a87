import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';

/** What a sandbox uses at the moment. */
export interface Usage {
  /** Resident, of all its processes together. */
  bytes: number;
  processes: number;
}

const EVERY_MS = 400;
const PAGE = 4096;

interface Watched {
  pid: number;
  onUsage(usage: Usage): void;
}

const holder = globalThis as { massgenSandboxes?: { all: Set<Watched>; timer: NodeJS.Timeout | null } };

/**
 * Tells several times a second what a process and all that it has started use together: the system bounds each process by itself only. One look at the
 * process table serves all that are watched. Call what is returned to stop.
 */
export function watchUsage(pid: number, onUsage: (usage: Usage) => void): () => void {
  holder.massgenSandboxes ??= { all: new Set(), timer: null };
  const watching = holder.massgenSandboxes;
  const watched = { pid, onUsage };
  watching.all.add(watched);
  watching.timer ??= setInterval(() => look(watching.all), EVERY_MS).unref();
  return () => {
    watching.all.delete(watched);
    if (watching.all.size > 0 || !watching.timer) return;
    clearInterval(watching.timer);
    watching.timer = null;
  };
}

interface Process {
  parent: number;
  bytes: number;
}

function look(all: ReadonlySet<Watched>): void {
  const table = processTable();
  const children = Map.groupBy(table.keys(), (pid) => table.get(pid)?.parent ?? 0);
  for (const { pid, onUsage } of [...all]) {
    const usage = { bytes: 0, processes: 0 };
    for (const each of withDescendants(pid, children)) {
      usage.processes += 1;
      usage.bytes += table.get(each)?.bytes ?? 0;
    }
    onUsage(usage);
  }
}

function withDescendants(pid: number, children: Map<number, number[]>): number[] {
  const found = [pid];
  for (const each of found) found.push(...(children.get(each) ?? []));
  return found;
}

function processTable(): Map<number, Process> {
  const table = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const found = Number.isInteger(pid) ? processOf(pid) : null;
    if (found) table.set(pid, found);
  }
  return table;
}

/** `pid (name) state parent …`; the name may hold anything. The 24th field is what it has in memory. */
function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE };
  } catch {
    // It has just ended.
    return null;
  }
}
