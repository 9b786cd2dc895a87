-- No index on the state of a run that is found by its conversation: the planner's statistics know of no run that goes on (found-run.ts), and
-- whoever begins one while hundreds do could look through all of them behind the lock.
CREATE OR REPLACE FUNCTION "places_taken"(of_user uuid, of_workspace uuid, of_conversation uuid)
RETURNS TABLE ("is_waiting" boolean, "is_open" boolean, "by_user" bigint, "by_workspace" bigint) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7284016356);
  RETURN QUERY SELECT
    EXISTS (SELECT 1 FROM "run" r WHERE r."created_by" = of_user AND r."status" = 'queued'),
    EXISTS (SELECT 1 FROM "run" r WHERE r."conversation_id" = of_conversation AND (r."status" IN ('queued', 'running')) IS TRUE),
    (SELECT count(*) FROM "run" r WHERE r."created_by" = of_user AND r."status" = 'running'),
    (SELECT count(*) FROM "run" r WHERE r."workspace_id" = of_workspace AND r."status" = 'running');
END;
$$;
