const GROUND = ['lib/protocol', 'lib/platform', 'db'];
const ENGINE_SIDE = [...GROUND, 'lib/agents', 'lib/work-folders', 'lib/engine'];
const RUNTIME = [...ENGINE_SIDE, 'lib/team-config', 'lib/context-sharing', 'lib/attachments', 'lib/mcp'];

/**
 * Each room with the rooms that it may use. Arrows point down only, so the table has no circle.
 * @type {Record<string, string[]>}
 */
export const ROOMS = {
  db: [],
  examples: [],
  'lib/protocol': [],
  'lib/platform': ['db'],
  'lib/work-folders': ['lib/platform'],
  'lib/agents': GROUND,
  'lib/team-config': [...GROUND, 'lib/agents'],
  'lib/engine': [...GROUND, 'lib/agents'],
  'lib/attachments': [...GROUND, 'lib/agents', 'lib/engine'],
  'lib/context-sharing': ENGINE_SIDE,
  'lib/mcp': [...ENGINE_SIDE, 'examples'],
  'lib/runtime': RUNTIME,
  'lib/features': [...RUNTIME, 'lib/runtime'],
  'lib/browser': ['lib/protocol'],
  components: ['lib/browser', 'lib/protocol'],
  app: ['components', 'lib/browser', 'lib/protocol', 'lib/features', 'lib/platform', 'lib/runtime', 'lib/team-config'],
};
