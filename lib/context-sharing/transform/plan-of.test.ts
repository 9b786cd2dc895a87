import { expect, it } from 'vitest';
import { planOf } from './plan-of';
import { ran } from './testing/test-context';

it('the plan is the last state of each task', () => {
  const plan = planOf([
    ran('TaskCreate', { subject: 'Write', description: 'x' }, 'Task #1 created successfully: Write'),
    ran('TaskCreate', { subject: 'Test', description: 'x' }, 'Task #2 created successfully: Test'),
    ran('TaskCreate', { subject: 'Never', description: 'x' }, 'It failed', true),
    ran('TaskCreate', { subject: 'Old', description: 'x' }, 'Task #3 created successfully: Old'),
    ran('TaskUpdate', { taskId: '1', status: 'completed' }, 'Updated task #1 status'),
    ran('TaskUpdate', { taskId: '2', status: 'in_progress', subject: 'Test it' }, 'Updated task #2 status'),
    ran('TaskUpdate', { taskId: '2', status: 'nonsense' }, 'Updated task #2 status'),
    ran('TaskUpdate', { taskId: '1', status: 'pending' }, null),
    ran('TaskUpdate', { taskId: '3', status: 'deleted' }, 'Updated task #3 deleted'),
    ran('Bash', { subject: 'x' }, 'Task #9 created successfully: x'),
  ]);
  expect(plan).toEqual([
    { id: '1', text: 'Write', status: 'completed' },
    { id: '2', text: 'Test it', status: 'in_progress' },
  ]);
});

it('a list that the tool gives is what there is', () => {
  const created = ran('TaskCreate', { subject: 'A (b)' }, 'Task #1 created successfully: A (b)');
  const list = '#1 [completed] A (b) (agent) [blocked by #2]\n#2 [pending] Other [blocked by #1]';
  expect(planOf([created, ran('TaskList', {}, list)])).toEqual([
    { id: '1', text: 'A (b)', status: 'completed' },
    { id: '2', text: 'Other', status: 'pending' },
  ]);
  expect(planOf([created, ran('TaskList', {}, 'No tasks found')])).toEqual([]);
});

it('TodoWrite gives the whole list each time, and odd arguments change nothing', () => {
  const todos = [
    { content: 'One', status: 'completed', activeForm: 'x' },
    { content: 'Two', status: 'done' },
    { content: 'Three', status: 'pending', activeForm: 'x' },
  ];
  expect(
    planOf([ran('TodoWrite', { todos }, 'ok'), ran('TodoWrite', 'odd', 'ok'), ran('TaskCreate', null, 'ok')]),
  ).toEqual([
    { id: '1', text: 'One', status: 'completed' },
    { id: '3', text: 'Three', status: 'pending' },
  ]);
});
