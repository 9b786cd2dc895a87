-- What is stored in pieces is stored while agents wait: compressing it took a third of the time, and much of it is compressed already.
ALTER TABLE "blob_piece" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
