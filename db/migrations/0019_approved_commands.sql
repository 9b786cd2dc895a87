CREATE TABLE "approved_command" (
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"command" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approved_command_user_id_hash_pk" PRIMARY KEY("user_id","hash")
);
--> statement-breakpoint
ALTER TABLE "approved_command" ADD CONSTRAINT "approved_command_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;