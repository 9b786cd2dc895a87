CREATE INDEX "blob_stored_at" ON "blob" USING btree ("stored_at");--> statement-breakpoint
CREATE INDEX "blob_piece_stored_at" ON "blob_piece" USING btree ("stored_at");