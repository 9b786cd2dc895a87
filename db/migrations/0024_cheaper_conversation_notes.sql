-- A function in SQL is planned at each call, one in PL/pgSQL once for each connection: three of these calls come with every run.
CREATE OR REPLACE FUNCTION "tell_conversation"(c "conversation", was_shown boolean, reader uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('massgen_conversation', json_build_object('id', c."id", 'o', c."owner_id", 'w', c."workspace_id",
    's', was_shown OR c."visibility" = 'workspace', 'u', reader)::text);
END;
$$;
--> statement-breakpoint
-- What is new waits in a list, which whoever fills it up sorts into the index: 4 MB of it (the default) held every commit of the embedded
-- database up for 200 to 800 ms, 128 kB for at most 40.
ALTER INDEX "search_entry_words" SET (gin_pending_list_limit = 128);
