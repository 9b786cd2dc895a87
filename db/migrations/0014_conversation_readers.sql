CREATE TABLE "reading" (
	"conversation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"leaf_id" uuid,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"pinned_at" timestamp (3) with time zone,
	CONSTRAINT "reading_conversation_id_user_id_pk" PRIMARY KEY("conversation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "search_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid,
	"team" text,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_pending" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "title_by" text DEFAULT 'rule' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "checks" jsonb;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_author_id_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_user" ON "reading" USING btree ("user_id","pinned_at");--> statement-breakpoint
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entry_recent" ON "search_entry" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "search_entry_conversation" ON "search_entry" USING btree ("conversation_id");--> statement-breakpoint
-- What is written is noted for the search, whoever writes it: the application turns it into words behind the request (lib/features/search).
CREATE FUNCTION "note_message_to_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("id", "conversation_id") VALUES (NEW."id", NEW."conversation_id");
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "message_written" AFTER INSERT ON "message" FOR EACH ROW WHEN (NEW."parts" <> '[]'::jsonb)
  EXECUTE FUNCTION "note_message_to_search"();--> statement-breakpoint
CREATE TRIGGER "message_rewritten" AFTER UPDATE OF "parts" ON "message" FOR EACH ROW EXECUTE FUNCTION "note_message_to_search"();--> statement-breakpoint
CREATE FUNCTION "note_title_to_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("id", "conversation_id") VALUES (NEW."id", NEW."id");
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "title_written" AFTER INSERT ON "conversation" FOR EACH ROW EXECUTE FUNCTION "note_title_to_search"();--> statement-breakpoint
CREATE TRIGGER "title_rewritten" AFTER UPDATE OF "title" ON "conversation" FOR EACH ROW
  WHEN (OLD."title" <> NEW."title") EXECUTE FUNCTION "note_title_to_search"();--> statement-breakpoint
-- Whose list has changed is told to every process, whatever has changed it: `o` = the owner, `w` = the workspace, `s` = it is, or was, shown to
-- all of it, `u` = it concerns this reader alone.
CREATE FUNCTION "tell_conversation"(c "conversation", was_shown boolean, reader uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('massgen_conversation', json_build_object('id', c."id", 'o', c."owner_id", 'w', c."workspace_id",
    's', was_shown OR c."visibility" = 'workspace', 'u', reader)::text);
$$;--> statement-breakpoint
CREATE FUNCTION "tell_conversation_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM tell_conversation(OLD, false, NULL);
  ELSIF TG_OP = 'UPDATE' THEN PERFORM tell_conversation(NEW, OLD."visibility" = 'workspace', NULL);
  ELSE PERFORM tell_conversation(NEW, false, NULL);
  END IF;
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "conversation_changed" AFTER INSERT OR UPDATE OR DELETE ON "conversation" FOR EACH ROW
  EXECUTE FUNCTION "tell_conversation_change"();--> statement-breakpoint
CREATE FUNCTION "tell_run_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_conversation(c, false, NULL) FROM "conversation" c WHERE c."id" = NEW."conversation_id";
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "run_status_changed" AFTER UPDATE OF "status" ON "run" FOR EACH ROW
  WHEN (OLD."status" <> NEW."status") EXECUTE FUNCTION "tell_run_change"();--> statement-breakpoint
CREATE FUNCTION "tell_reading_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_conversation(c, false, NEW."user_id") FROM "conversation" c WHERE c."id" = NEW."conversation_id";
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "reading_changed" AFTER INSERT OR UPDATE ON "reading" FOR EACH ROW EXECUTE FUNCTION "tell_reading_change"();--> statement-breakpoint
INSERT INTO "search_pending" ("id", "conversation_id") SELECT "id", "id" FROM "conversation";--> statement-breakpoint
INSERT INTO "search_pending" ("id", "conversation_id") SELECT "id", "conversation_id" FROM "message" WHERE "parts" <> '[]'::jsonb;
