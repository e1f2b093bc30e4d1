-- CreateTable
CREATE TABLE "kit_picture" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "kit_picture_pkey" PRIMARY KEY ("account_id","id")
);

-- AddForeignKey
ALTER TABLE "kit_picture" ADD CONSTRAINT "kit_picture_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
