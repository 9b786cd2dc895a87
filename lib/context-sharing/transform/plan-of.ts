import type { ContextItem, PlanEntry } from '@/lib/context-sharing/context';
import { isFields } from '@/lib/protocol/json';

type ToolItem = Extract<ContextItem, { kind: 'tool' }>;
type Status = PlanEntry['status'];

const STATUSES: readonly string[] = ['pending', 'in_progress', 'completed'];
const CREATED = /^Task #(\S+) created/;
/** `#1 [pending] Write the parser (agent) [blocked by #2]` */
const LISTED = /^#(\S+) \[(pending|in_progress|completed)\] (.+)$/gm;

/** The task list behind the calls of Claude Code's task tools: the last state of each entry. Calls that failed change nothing. */
export function planOf(items: ContextItem[]): PlanEntry[] {
  let plan: PlanEntry[] = [];
  for (const item of items) {
    if (item.kind === 'tool' && item.result && !item.result.isError) plan = after(plan, item, item.result.text);
  }
  return plan;
}

function after(plan: PlanEntry[], { tool, arguments: args }: ToolItem, result: string): PlanEntry[] {
  const fields = isFields(args) ? args : {};
  switch (tool) {
    case 'TaskCreate':
      return created(plan, fields, result);
    case 'TaskUpdate':
      return updated(plan, fields);
    case 'TaskList':
      return listed(plan, result);
    case 'TodoWrite':
      return written(plan, fields.todos);
    default:
      return plan;
  }
}

function created(plan: PlanEntry[], { subject }: Record<string, unknown>, result: string): PlanEntry[] {
  const id = CREATED.exec(result)?.[1];
  if (id === undefined || typeof subject !== 'string') return plan;
  return [...plan.filter((entry) => entry.id !== id), { id, text: subject, status: 'pending' }];
}

function updated(plan: PlanEntry[], { taskId, subject, status }: Record<string, unknown>): PlanEntry[] {
  if (status === 'deleted') return plan.filter((entry) => entry.id !== taskId);
  return plan.map((entry) =>
    entry.id === taskId
      ? {
          ...entry,
          ...(typeof subject === 'string' && { text: subject }),
          ...(isStatus(status) && { status }),
        }
      : entry,
  );
}

/** The list as the tool tells it: its entries are those that there are. The owner and what blocks stand behind the text. */
function listed(plan: PlanEntry[], result: string): PlanEntry[] {
  if (result.startsWith('No tasks found')) return [];
  const found = [...result.matchAll(LISTED)].map(([, id = '', status, rest = '']): PlanEntry => {
    const known = plan.find((entry) => entry.id === id && rest.startsWith(entry.text));
    const text = known?.text ?? rest.replace(/ \[blocked by [^\]]*\]$/, '');
    return { id, text, status: isStatus(status) ? status : 'pending' };
  });
  return found.length > 0 ? found : plan;
}

/** The whole list each time; its entries have no ids of their own. */
function written(plan: PlanEntry[], todos: unknown): PlanEntry[] {
  if (!Array.isArray(todos)) return plan;
  return todos.flatMap((todo, index): PlanEntry[] => {
    if (!isFields(todo) || typeof todo.content !== 'string' || !isStatus(todo.status)) return [];
    return [{ id: String(index + 1), text: todo.content, status: todo.status }];
  });
}

function isStatus(value: unknown): value is Status {
  return typeof value === 'string' && STATUSES.includes(value);
}
