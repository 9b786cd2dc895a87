ALTER TABLE "run_event_batch" DROP CONSTRAINT "run_event_batch_run_id_run_id_fk";
--> statement-breakpoint
CREATE FUNCTION "delete_run_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "run_event_batch" WHERE "run_id" = OLD."id";
  RETURN OLD;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "run_deleted" AFTER DELETE ON "run" FOR EACH ROW EXECUTE FUNCTION "delete_run_events"();
