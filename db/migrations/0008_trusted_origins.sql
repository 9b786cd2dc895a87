CREATE TABLE "trusted_origin" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"for_members" boolean NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trusted_origin_origin_unique" UNIQUE("origin")
);
--> statement-breakpoint
ALTER TABLE "trusted_origin" ADD CONSTRAINT "trusted_origin_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;