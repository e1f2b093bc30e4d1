-- CreateTable
CREATE TABLE "register_sheet" (
    "partnership_id" UUID NOT NULL,
    "seat" CHAR(1) NOT NULL,
    "entry_id" UUID NOT NULL,
    "commitment" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "kept" BYTEA NOT NULL,
    "opened" BYTEA,

    CONSTRAINT "register_sheet_pkey" PRIMARY KEY ("partnership_id","seat")
);

-- AddForeignKey
ALTER TABLE "register_sheet" ADD CONSTRAINT "register_sheet_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
