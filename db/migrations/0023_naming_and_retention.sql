CREATE TABLE "conversation_naming" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "titles" text DEFAULT 'model' NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "retention_days" integer;--> statement-breakpoint
ALTER TABLE "conversation_naming" ADD CONSTRAINT "conversation_naming_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;