-- Who is in the way of a run that is to begin, counted behind the lock under which runs begin one after the other (lock-claims.ts has its
-- number): within a function that is volatile each statement sees what was committed before it, whereas the statement that calls it sees
-- what was there before it waited for the lock. So a run begins in one statement, and the lock costs no round trips.
CREATE FUNCTION "places_taken"(of_user uuid, of_workspace uuid, of_conversation uuid)
RETURNS TABLE ("is_waiting" boolean, "is_open" boolean, "by_user" bigint, "by_workspace" bigint) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7284016356);
  RETURN QUERY SELECT
    EXISTS (SELECT 1 FROM "run" r WHERE r."created_by" = of_user AND r."status" = 'queued'),
    EXISTS (SELECT 1 FROM "run" r WHERE r."conversation_id" = of_conversation AND r."status" IN ('queued', 'running')),
    (SELECT count(*) FROM "run" r WHERE r."created_by" = of_user AND r."status" = 'running'),
    (SELECT count(*) FROM "run" r WHERE r."workspace_id" = of_workspace AND r."status" = 'running');
END;
$$;
