CREATE TABLE "mcp_authorization" (
	"server_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"account" text,
	"scope" text,
	"ciphertext" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"is_lost" boolean DEFAULT false NOT NULL,
	"needed_scope" text,
	"renewed_by" uuid,
	"renewing_until" timestamp (3) with time zone,
	"signed_in_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mcp_authorization_server_id_user_id_pk" PRIMARY KEY("server_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "mcp_authorization_request" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"server_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"ciphertext" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mcp_oauth_client" (
	"server_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"redirect_url" text NOT NULL,
	"ciphertext" text NOT NULL,
	CONSTRAINT "mcp_oauth_client_server_id_issuer_redirect_url_pk" PRIMARY KEY("server_id","issuer","redirect_url")
);
--> statement-breakpoint
ALTER TABLE "mcp_server" ADD COLUMN "signs_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mcp_authorization" ADD CONSTRAINT "mcp_authorization_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_authorization" ADD CONSTRAINT "mcp_authorization_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_authorization_request" ADD CONSTRAINT "mcp_authorization_request_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_authorization_request" ADD CONSTRAINT "mcp_authorization_request_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_oauth_client" ADD CONSTRAINT "mcp_oauth_client_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mcp_authorization_request_person" ON "mcp_authorization_request" USING btree ("server_id","user_id");